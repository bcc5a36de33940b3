package org.trainingaudit.use;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trainingaudit.use.Checklist.Answer;
import org.trainingaudit.use.Checklist.Because;
import org.trainingaudit.use.Checklist.Status;

/**
 * What a scan says against a claimed state of identifiability.
 *
 * @param certain whether it refutes the claim; else it may
 * @param observed what was found, in few words
 * @param evidence the same with what it rests on
 */
record Refutation(boolean certain, String observed, String evidence) {

    /**
     * By the law's own list where the claim has one and it was gone through, else by the categories that the claim excludes; what
     * only other scanners found always counts by its category.
     *
     * @param certain categories that count as found
     * @param doubtful those found with less confidence
     */
    static Optional<Refutation> of(
            String claim, Deidentification excluded, ScannedDataset scan, Set<String> certain, Set<String> doubtful) {
        List<Answer> answers = Optional.ofNullable(scan.checks().get(claim)).orElse(List.of());
        if (answers.isEmpty()) {
            return byCategory(true, excluded.refuting(claim, certain), scan)
                    .or(() -> byCategory(false, excluded.refuting(claim, doubtful), scan));
        }
        return byList(true, answers.stream().filter(one -> one.status() == Status.PRESENT))
                .or(() -> byCategory(true, excluded.refuting(claim, ofOthers(certain, scan)), scan))
                .or(() -> byList(false, answers.stream().filter(one -> one.because() == Because.POSSIBLE)))
                .or(() -> byCategory(false, excluded.refuting(claim, ofOthers(doubtful, scan)), scan));
    }

    private static Set<String> ofOthers(Set<String> categories, ScannedDataset scan) {
        Set<String> others = new TreeSet<>(categories);
        others.retainAll(scan.origins().keySet());
        return others;
    }

    private static Optional<Refutation> byList(boolean certain, Stream<Answer> answers) {
        List<Answer> against = answers.toList();
        return against.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refutation(
                        certain,
                        against.stream()
                                .map(one -> one.item().id() + " "
                                        + one.item().name().en())
                                .collect(Collectors.joining("; ")),
                        against.stream()
                                .map(one -> one.item().id() + " (" + String.join(", ", one.evidence()) + " in "
                                        + String.join(", ", one.columns()) + ")")
                                .collect(Collectors.joining("; "))));
    }

    private static Optional<Refutation> byCategory(boolean certain, List<String> categories, ScannedDataset scan) {
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refutation(certain, String.join(", ", categories), evidence(scan, categories)));
    }

    /** Categories with the confidence with which each was found. */
    static String evidence(ScannedDataset scan, Collection<String> categories) {
        Map<String, Double> found = scan.categories();
        return categories.stream()
                .sorted()
                .map(category -> category + " (confidence " + Math.round(found.getOrDefault(category, 0.0) * 100) + " %"
                        + Optional.ofNullable(scan.origins().get(category))
                                .map(tool -> ", by " + tool)
                                .orElse("")
                        + ")")
                .collect(Collectors.joining(", ", "", " in dataset '" + scan.id() + "'"));
    }
}
