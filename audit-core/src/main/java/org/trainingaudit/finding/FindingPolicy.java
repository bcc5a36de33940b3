package org.trainingaudit.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.finding.Finding.Care;
import org.trainingaudit.regime.RuleKind;
import org.trainingaudit.regime.Verdict;

/** Who answers for a finding, how much it weighs, by when it has to be mended, and what is followed: {@code findings.yaml}. */
public final class FindingPolicy {

    private static final String FILE = "findings.yaml";
    private static final int DUE_DAYS = 30;
    private static final int LONGEST_WAIVER_DAYS = 365;

    private final List<PolicyRule> rules;
    private final Severity severity;
    private final int dueDays;
    private final int longestWaiverDays;

    private FindingPolicy(List<PolicyRule> rules, Severity severity, int dueDays, int longestWaiverDays) {
        this.rules = List.copyOf(rules);
        this.severity = severity;
        this.dueDays = dueDays;
        this.longestWaiverDays = longestWaiverDays;
    }

    /** What holds where there is no {@code findings.yaml}: medium, 30 days, the dataset's owner, violations only. */
    public static FindingPolicy usual() {
        return new FindingPolicy(List.of(), Severity.MEDIUM, DUE_DAYS, LONGEST_WAIVER_DAYS);
    }

    /** The file's rules; those with a fault are missing and the fault is told. The file may be absent. */
    public static FindingPolicy load(
            ConfigFiles files, Collection<String> regimes, Collection<String> categories, Faults faults) {
        return files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.kebabCase(faults).bind(node, Document.class))
                .map(document -> document.policy(regimes, categories, faults))
                .orElse(usual());
    }

    /** How many days ahead a waiver's last day may lie. */
    public int longestWaiverDays() {
        return longestWaiverDays;
    }

    /** Whether what is seen is followed as a finding; a law that isn't in force is nobody's breach. */
    boolean follows(Sighting seen) {
        Verdict verdict = seen.seen().verdict();
        boolean review = verdict == Verdict.NEEDS_REVIEW
                && first(seen, severity(seen), PolicyRule::review).orElse(false);
        return !seen.provisional() && (verdict == Verdict.VIOLATION || review);
    }

    /** Who answers for a finding that is opened on that day. */
    Care care(Sighting seen, LocalDate opened) {
        Severity weight = severity(seen);
        int days = first(seen, weight, PolicyRule::dueDays).orElse(dueDays);
        String owner = first(seen, weight, PolicyRule::owner).orElse(seen.owner());
        return new Care(weight, owner, Optional.of(opened.plusDays(days)));
    }

    private Severity severity(Sighting seen) {
        return rules.stream()
                .filter(rule -> rule.severities().isEmpty() && rule.fits(seen))
                .flatMap(rule -> rule.severity().stream())
                .findFirst()
                .orElse(severity);
    }

    private <T> Optional<T> first(Sighting seen, Severity weight, Function<PolicyRule, Optional<T>> what) {
        return rules.stream()
                .filter(rule -> rule.severities().isEmpty() || rule.severities().contains(weight))
                .filter(rule -> rule.fits(seen))
                .flatMap(rule -> what.apply(rule).stream())
                .findFirst();
    }

    /** One line of the file: conditions, all of which must hold, and what then applies. */
    private record PolicyRule(
            List<Text> regimes,
            List<Text> categories,
            List<RuleKind> kinds,
            List<Severity> severities,
            Optional<Severity> severity,
            Optional<String> owner,
            Optional<@Min(0) @Max(3650) Integer> dueDays,
            Optional<Boolean> review) {

        boolean fits(Sighting seen) {
            return (regimes.isEmpty() || any(regimes, seen.seen().regime()::equals))
                    && (categories.isEmpty()
                            || any(
                                    categories,
                                    wanted -> seen.categories().stream()
                                            .anyMatch(has -> has.equals(wanted) || has.startsWith(wanted + "."))))
                    && (kinds.isEmpty() || kinds.stream().anyMatch(seen.kinds()::contains));
        }

        private static boolean any(List<Text> wanted, Predicate<String> fits) {
            return wanted.stream().map(Text::value).anyMatch(fits);
        }

        void check(Collection<String> known, Collection<String> knownCategories, Faults faults) {
            unknown("regime", regimes, known, faults);
            unknown("category", categories, knownCategories, faults);
        }

        private static void unknown(String what, List<Text> names, Collection<String> known, Faults faults) {
            for (Text name : names) {
                if (!known.contains(name.value())) {
                    faults.add(name.at(), "unknown " + what + " '" + name + "'" + Nearest.hint(name.value(), known));
                }
            }
        }
    }

    private record Defaults(Optional<Severity> severity, Optional<@Min(0) @Max(3650) Integer> dueDays) {}

    private record WaiverBlock(Optional<@Min(1) @Max(3650) Integer> longestDays) {}

    private record Document(Optional<Defaults> defaults, Optional<WaiverBlock> waiver, List<PolicyRule> rules) {

        FindingPolicy policy(Collection<String> regimes, Collection<String> categories, Faults faults) {
            rules.forEach(rule -> rule.check(regimes, categories, faults));
            return new FindingPolicy(
                    rules,
                    defaults.flatMap(Defaults::severity).orElse(Severity.MEDIUM),
                    defaults.flatMap(Defaults::dueDays).orElse(DUE_DAYS),
                    waiver.flatMap(WaiverBlock::longestDays).orElse(LONGEST_WAIVER_DAYS));
        }
    }
}
