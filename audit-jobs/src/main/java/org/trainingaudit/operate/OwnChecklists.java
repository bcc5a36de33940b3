package org.trainingaudit.operate;

import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Places;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklists;

/**
 * The checklists alone, for commands that need nothing else of the configuration.
 *
 * @param taxonomy the kinds of data of which they speak
 */
public record OwnChecklists(Checklists lists, Taxonomy taxonomy) {

    /**
     * Loads them.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault in taxonomy and checklists
     */
    public static OwnChecklists load(Places places) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        Checklists lists = Checklists.load(files, taxonomy, faults);
        faults.throwIfAny();
        return new OwnChecklists(lists, taxonomy);
    }

    /** The checklist of that id. */
    public Optional<Checklist> find(String id) {
        return lists.find(id);
    }
}
