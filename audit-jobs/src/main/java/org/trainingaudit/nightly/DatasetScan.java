package org.trainingaudit.nightly;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.Fingerprint;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.dataset.RowVisitor;
import org.trainingaudit.detection.Anonymity;
import org.trainingaudit.detection.DatasetProfile;
import org.trainingaudit.detection.DatasetProfiler;
import org.trainingaudit.detection.ProfileCounts;
import org.trainingaudit.detection.SideColumns;
import org.trainingaudit.detection.SideCounts;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ScannedDataset;

/** One reading of a dataset from its first row to its last. */
public final class DatasetScan {

    private DatasetScan() {}

    /**
     * What a dataset holds now, found by reading it; nothing of it is kept anywhere.
     *
     * @param known has what persons said of its columns
     * @param notes gets a line where it can't be read, or where a review is overtaken
     */
    public static ScannedDataset of(Configuration setup, Dataset dataset, KnownFacts known, Consumer<String> notes) {
        DatasetProfiler profiler = new DatasetProfiler(setup.detectors(), dataset.id(), dataset.combinations());
        DatasetResult result = read(setup, dataset, profiler, profiler, notes);
        SafeNames names = new SafeNames(setup);
        List<ColumnReview> standing = known.reviews(names.of(dataset.id()));
        List<CountedReview> reviewed = standing.isEmpty() || result.status() == Status.SKIPPED
                ? List.of()
                : CountedReviews.counted(standing, fingerprint(dataset), result, names);
        reviewed.stream()
                .filter(review -> !review.holds())
                .map(CountedReviews::overtaken)
                .forEach(notes);
        return DatasetView.of(setup, dataset.id(), result, reviewed);
    }

    /** What it looks like now; where it can no longer be read nothing that was said of it holds. */
    private static String fingerprint(Dataset dataset) {
        try {
            return Fingerprint.of(dataset).sha256();
        } catch (RefusedException gone) {
            return "";
        }
    }

    /**
     * Reads a dataset.
     *
     * @param profiler classifies the rows
     * @param visitor gets the rows, and hands them on to the profiler
     */
    static DatasetResult read(
            Configuration setup,
            Dataset dataset,
            DatasetProfiler profiler,
            RowVisitor visitor,
            Consumer<String> notes) {
        SideColumns side = SideColumns.before(
                visitor, setup.detectors(), dataset.combinations().countedKey());
        try {
            ReadResult result = profiler.withUnread(
                    DatasetReader.read(dataset, setup.settings().dataset().limits(), side));
            return result(setup, dataset, result, profiler.profile(), profiler.counts(), side.counts(), notes);
        } catch (RefusedException refused) {
            return refused(dataset, refused, notes);
        }
    }

    /** What reading came to. */
    static DatasetResult result(
            Configuration setup,
            Dataset dataset,
            ReadResult result,
            DatasetProfile profile,
            ProfileCounts counts,
            SideCounts side,
            Consumer<String> notes) {
        Optional<Refusal> over = setup.settings().dataset().refusal(result);
        if (over.isPresent()) {
            notes.accept("WARN: " + dataset.id() + ": " + over.get().message() + "; it counts as not scanned");
            return skipped(over.get().reason().word());
        }
        requireBalance(dataset, result, profile);
        return new DatasetResult(
                Status.SCANNED,
                Optional.empty(),
                result.read(),
                result.rejectedBy(),
                profile.columns(),
                setup.detectors().blind(),
                profile.uniqueness(),
                side.consent(),
                anonymity(dataset, side, notes),
                Optional.of(new DatasetResult.Counted(profile.rows(), result.leftOut())),
                side.grains(counts),
                uncounted(dataset, profile, notes));
    }

    /** What is asked of a dataset's values; where that has changed, it's read anew though it hasn't. */
    static String ways(Configuration setup, Combinations combinations) {
        String detectors = setup.detectors().version();
        String state = combinations.state();
        return state.isEmpty() ? detectors : Sha256.hex((detectors + "\n" + state).getBytes(StandardCharsets.UTF_8));
    }

    /** The columns of which nobody knows how many rows share their values; where a key is among them, a person has to hear of it. */
    private static List<String> uncounted(Dataset dataset, DatasetProfile profile, Consumer<String> notes) {
        Optional<DeclaredKey> key = dataset.combinations()
                .key()
                .filter(declared -> !dataset.combinations().counted());
        key.ifPresent(declared -> notes.accept("WARN: " + dataset.id() + ": its key isn't counted, since"
                + " countCombinations is false; what follows from it is unknown"));
        Set<String> columns = new LinkedHashSet<>(profile.uncounted());
        key.ifPresent(declared -> columns.addAll(declared.quasiIdentifiers()));
        return List.copyOf(columns);
    }

    /** A key that names a column which isn't there says nothing, and a person has to hear of it. */
    private static Optional<Anonymity> anonymity(Dataset dataset, SideCounts side, Consumer<String> notes) {
        Optional<Anonymity> anonymity =
                dataset.combinations().countedKey().flatMap(key -> side.key().map(groups -> groups.anonymity(key)));
        anonymity
                .filter(some -> !some.counted())
                .ifPresent(
                        some -> notes.accept("WARN: " + dataset.id() + ": its key names columns that it doesn't have: "
                                + String.join(", ", some.absent())
                                + "; mend 'quasiIdentifiers' and 'sensitive' in sources.yaml"));
        return anonymity;
    }

    static DatasetResult refused(Dataset dataset, RefusedException refused, Consumer<String> notes) {
        notes.accept("WARN: " + dataset.id() + ": " + refused.getMessage());
        return skipped(refused.refusal().reason().word());
    }

    /** Every row that was read was either classified, rejected or left out; if not, nothing that was found can be trusted. */
    private static void requireBalance(Dataset dataset, ReadResult result, DatasetProfile seen) {
        if (seen.rows() + seen.rejected() + result.leftOut() != result.read() || seen.rejected() != result.rejected()) {
            throw new IllegalStateException(dataset.id() + ": " + result.read() + " rows read, but " + seen.rows()
                    + " classified, " + seen.rejected() + " rejected and " + result.leftOut() + " left out");
        }
    }

    static DatasetResult skipped(String reason) {
        return new DatasetResult(
                Status.SKIPPED,
                Optional.of(reason),
                0,
                new TreeMap<>(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
