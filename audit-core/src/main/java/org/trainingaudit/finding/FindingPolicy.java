package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.finding.Finding.Care;
import org.trainingaudit.regime.Verdict;

/** Who answers for a finding, how much it weighs, by when it has to be mended, and what is followed: {@code findings.yaml}. */
public final class FindingPolicy {

    private static final String FILE = "findings.yaml";

    private final List<PolicyRule> rules;
    private final Severity severity;
    private final int dueDays;
    private final int longestWaiverDays;

    FindingPolicy(List<PolicyRule> rules, Severity severity, int dueDays, int longestWaiverDays) {
        this.rules = List.copyOf(rules);
        this.severity = severity;
        this.dueDays = dueDays;
        this.longestWaiverDays = longestWaiverDays;
    }

    /** What holds where there is no {@code findings.yaml}: medium, 30 days, the dataset's owner, violations only. */
    public static FindingPolicy usual() {
        return PolicyDocument.EMPTY.policy();
    }

    /** The file's rules; those with a fault are missing and the fault is told. The file may be absent. */
    public static FindingPolicy load(
            ConfigFiles files, Collection<String> regimes, Collection<String> categories, Faults faults) {
        return files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.kebabCase(faults).bind(node, PolicyDocument.class))
                .map(document -> document.checked(regimes, categories, faults).policy())
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
}
