package org.trainingaudit.nightly;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Announced;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.setup.Configuration;

/** The datasets of all sources, listed once a run. */
@Component
class DatasetsTonight {

    private final Configuration setup;
    private Optional<Map<String, Dataset>> listed = Optional.empty();
    private long listedFor;

    DatasetsTonight(Configuration setup) {
        this.setup = setup;
    }

    /** All of them by id, also those that can't be read. */
    synchronized Map<String, Dataset> all() {
        if (listed.isEmpty()) {
            listed = Optional.of(setup.datasets());
        }
        return listed.get();
    }

    /** All of them as they are now: what a program listed a night ago has changed. */
    synchronized Map<String, Dataset> listAnew() {
        listed = Optional.empty();
        return all();
    }

    /** Lists them anew, unless that was done for the same execution of the job. */
    synchronized void listFor(long execution) {
        if (listedFor != execution) {
            listed = Optional.empty();
            listedFor = execution;
        }
    }

    /** What the place of that dataset says of it. */
    Announced announced(String id) {
        return Announced.of(get(id), setup.settings().dataset().limits());
    }

    /** The dataset of that id, if it is there on this machine. */
    Optional<Dataset> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** The dataset of that id, which was there when the run was prepared. */
    Dataset get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException(
                "dataset '" + id + "' was there when the run was prepared and no longer is; start a new run"));
    }
}
