package org.trainingaudit.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Faults;

/** The keys of {@code findings.yaml}. */
record PolicyDocument(Optional<Defaults> defaults, Optional<WaiverBlock> waiver, List<PolicyRule> rules) {

    static final PolicyDocument EMPTY = new PolicyDocument(Optional.empty(), Optional.empty(), List.of());

    private static final int DUE_DAYS = 30;
    private static final int LONGEST_WAIVER_DAYS = 365;

    /** The same, its names looked up among those that are known. */
    PolicyDocument checked(Collection<String> regimes, Collection<String> categories, Faults faults) {
        rules.forEach(rule -> rule.check(regimes, categories, faults));
        return this;
    }

    /** What it comes to; what it doesn't say is as usual. */
    FindingPolicy policy() {
        return new FindingPolicy(
                rules,
                defaults.flatMap(Defaults::severity).orElse(Severity.MEDIUM),
                defaults.flatMap(Defaults::dueDays).orElse(DUE_DAYS),
                waiver.flatMap(WaiverBlock::longestDays).orElse(LONGEST_WAIVER_DAYS));
    }

    /** What holds where no rule says otherwise. */
    record Defaults(Optional<Severity> severity, Optional<@Min(0) @Max(3650) Integer> dueDays) {}

    /** How long waivers may hold. */
    record WaiverBlock(Optional<@Min(1) @Max(3650) Integer> longestDays) {}
}
