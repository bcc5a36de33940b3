package org.trainingaudit.use;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trainingaudit.detection.Anonymity;

/**
 * What the scan says of a dataset as a whole.
 *
 * @param id the dataset's id
 * @param scanned whether it could be read at all
 * @param complete whether every row of it was read and classified, by every detector
 * @param categories each category that was found in any column, with the highest confidence, from 0 to 1
 * @param uniqueRows how far rows can be told apart without a name; nothing where the dataset has no columns for that
 * @param consent what its columns on consent say; nothing where it has none
 * @param anonymity how far its declared key points at people; nothing where none is declared
 * @param uncounted columns that may point at a person together, of which nobody wanted to know how many rows share their values
 * @param checks the answers of checklists, by the state of identifiability that each is about
 * @param reason why it was not scanned or is not complete; empty otherwise
 * @param origins which other scanner found a category, for those that it found with more confidence than ours
 */
public record ScannedDataset(
        String id,
        boolean scanned,
        boolean complete,
        Map<String, Double> categories,
        Optional<UniqueRows> uniqueRows,
        Optional<ConsentRows> consent,
        Optional<Anonymity> anonymity,
        List<String> uncounted,
        Map<String, List<Checklist.Answer>> checks,
        String reason,
        Map<String, String> origins) {

    private static final String SAFE_HARBOR = "hipaa-safe-harbor";

    /** What our own scan alone says. */
    public ScannedDataset(
            String id,
            boolean scanned,
            boolean complete,
            Map<String, Double> categories,
            Optional<UniqueRows> uniqueRows,
            String reason) {
        this(
                id,
                scanned,
                complete,
                categories,
                uniqueRows,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                reason,
                Map.of());
    }

    /** Without a word on unique rows. */
    public ScannedDataset(String id, boolean scanned, boolean complete, Map<String, Double> categories, String reason) {
        this(id, scanned, complete, categories, Optional.empty(), reason);
    }

    /**
     * Columns that name nobody, taken together.
     *
     * @param columns their names
     * @param percent rows of a hundred whose combination of values no other row has
     * @param smallestGroup rows of the rarest combination
     */
    public record UniqueRows(List<String> columns, int percent, long smallestGroup) {
        public UniqueRows {
            columns = List.copyOf(columns);
        }

        String shown() {
            return percent + " % of rows unique by " + String.join(", ", columns);
        }
    }

    /**
     * Columns that say of each row whether its person consented.
     *
     * @param columns their names
     * @param rows rows read
     * @param without rows of which at least one of the columns says no, or nothing
     */
    public record ConsentRows(List<String> columns, long rows, long without) {
        public ConsentRows {
            columns = List.copyOf(columns);
        }

        /** Rows of a hundred without consent, rounded up, so that 0 means none. */
        public int percentWithout() {
            return rows == 0 ? 0 : Math.toIntExact((100 * without + rows - 1) / rows);
        }

        String shown() {
            return percentWithout() + " % of rows without consent in " + String.join(", ", columns);
        }
    }

    /** The same with what its columns on consent say. */
    public ScannedDataset with(Optional<ConsentRows> rows) {
        return new ScannedDataset(
                id, scanned, complete, categories, uniqueRows, rows, anonymity, uncounted, checks, reason, origins);
    }

    /** The same with what was counted by its declared key. */
    public ScannedDataset withKey(Optional<Anonymity> counted) {
        return new ScannedDataset(
                id, scanned, complete, categories, uniqueRows, consent, counted, uncounted, checks, reason, origins);
    }

    /** The same where nobody wanted to know how many rows share the values of these columns. */
    public ScannedDataset withUncounted(List<String> columns) {
        return new ScannedDataset(
                id, scanned, complete, categories, uniqueRows, consent, anonymity, columns, checks, reason, origins);
    }

    /** The same with the answers of a checklist. */
    public ScannedDataset with(Checklist list, List<Checklist.Answer> answers) {
        Map<String, List<Checklist.Answer>> all = new TreeMap<>(checks);
        all.put(list.claim(), List.copyOf(answers));
        return new ScannedDataset(
                id, scanned, complete, categories, uniqueRows, consent, anonymity, uncounted, all, reason, origins);
    }

    /** What the answers are as facts. */
    List<Fact> checklistFacts() {
        List<Checklist.Answer> answers =
                Optional.ofNullable(checks.get(SAFE_HARBOR)).orElse(List.of());
        return answers.isEmpty()
                ? List.of()
                : List.of(
                        letters(DerivedFacts.SAFE_HARBOR_PRESENT, answers, Checklist.Status.PRESENT),
                        letters(DerivedFacts.SAFE_HARBOR_UNKNOWN, answers, Checklist.Status.UNKNOWN));
    }

    private static Fact letters(String fact, List<Checklist.Answer> answers, Checklist.Status status) {
        Set<String> letters = answers.stream()
                .filter(answer -> answer.status() == status)
                .map(answer -> answer.item().id())
                .collect(Collectors.toCollection(TreeSet::new));
        return Fact.of(fact, FactValue.Members.of(letters), "scan");
    }

    /** The same with what other scanners found too. */
    ScannedDataset withFound(Map<String, Double> found, Map<String, String> by) {
        return new ScannedDataset(
                id, scanned, complete, found, uniqueRows, consent, anonymity, uncounted, checks, reason, by);
    }

    public ScannedDataset {
        categories = Map.copyOf(categories);
        origins = Map.copyOf(origins);
        checks = Map.copyOf(checks);
        uncounted = List.copyOf(uncounted);
        categories.forEach(ScannedDataset::check);
    }

    private static void check(String category, double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "confidence of " + category + " must lie in [0, 1], but was " + confidence);
        }
    }

    /** A dataset that was read whole. */
    public static ScannedDataset whole(String id, Map<String, Double> categories) {
        return new ScannedDataset(id, true, true, categories, "");
    }
}
