package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.trainingaudit.config.Fault;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.nightly.DatasetScan;
import org.trainingaudit.nightly.KnownFacts;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.EstateUses;
import org.trainingaudit.use.Moment;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Reconciliation;
import org.trainingaudit.use.ScanResults;
import org.trainingaudit.use.ScannedDataset;
import org.trainingaudit.use.Use;

/**
 * The uses of registers and lineage as they are now, each laid beside a scan of its dataset. Everything happens in memory: no
 * earlier run is needed and nothing is left behind. A dataset is read once, when the first use asks for it. For one
 * thread.
 */
public final class LiveEstate {

    private final Configuration setup;
    private final LocalDate asOf;
    private final Consumer<String> notes;
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Map<String, Dataset> datasets;
    private final Map<String, Optional<ScannedDataset>> scanned = new HashMap<>();
    private final Reconciliation reconciliation;
    private final TreeSet<String> unreadable = new TreeSet<>();
    private final boolean registersComplete;
    private final ScanResults others;
    private final KnownFacts known;

    private LiveEstate(
            Configuration setup, EstateUses found, KnownFacts known, LocalDate asOf, Consumer<String> notes) {
        this.setup = setup;
        this.asOf = asOf;
        this.notes = notes;
        this.known = known;
        this.datasets = setup.datasets();
        this.reconciliation = Reconciliation.of(setup.taxonomy(), Reconciliation.DEFAULT_THRESHOLD)
                .with(setup.providers()::company);
        this.registersComplete = found.whole();
        this.others = ScanResults.read(setup.collect(), setup.taxonomy());
        found.uses().forEach(use -> uses.put(use.id(), known.of(use)));
    }

    /**
     * Reads the registers and documents that the configuration names, and from the trail, where there is one, what persons
     * vouched for.
     *
     * @param places where the trail is
     * @param moment on which day facts are to be true, and on which they may have become known
     * @param notes gets a line for each fault in a register, and later for each dataset that can't be read
     */
    public static LiveEstate open(Configuration setup, Places places, Moment moment, Consumer<String> notes) {
        EstateUses found = EstateUses.read(setup.sources(), setup.collect(), setup.facts(), setup.taxonomy());
        found.faults().stream().map(Fault::text).forEach(notes);
        found.notes().forEach(notes);
        KnownFacts known = KnownFacts.read(places.trail(), moment, setup.facts());
        return new LiveEstate(setup, found, known, moment.asOf(), notes);
    }

    /** The ids of all uses, in the order of the registers. */
    public List<String> ids() {
        return List.copyOf(uses.keySet());
    }

    /** The use of that id, with its facts as they count. */
    public Optional<ReconciledUse> use(String id) {
        return Optional.ofNullable(uses.get(id)).map(this::reconcile);
    }

    /** Hands on one use after the other, in the order of the registers. */
    public void forEach(Consumer<ReconciledUse> each) {
        uses.values().forEach(use -> each.accept(reconcile(use)));
    }

    private ReconciledUse reconcile(Use use) {
        return setup.providers()
                .complete(reconciliation.reconcile(use, scanned.computeIfAbsent(use.dataset(), this::scan)), asOf);
    }

    private Optional<ScannedDataset> scan(String id) {
        Optional<ScannedDataset> scan = Optional.ofNullable(datasets.get(id))
                .map(dataset -> others.with(DatasetScan.of(setup, dataset, known, notes)));
        scan.filter(result -> !result.scanned()).ifPresent(result -> unreadable.add(id));
        return scan;
    }

    /**
     * What could not be read so far, sorted: datasets that a use asked for, and that the registers break off. Where there
     * is anything, an answer is incomplete, though never too mild.
     */
    public List<String> unread() {
        List<String> unread = new ArrayList<>();
        unreadable.forEach(id -> unread.add("dataset '" + id + "'"));
        if (!registersComplete) {
            unread.add("a register or a document of lineage");
        }
        return unread;
    }
}
