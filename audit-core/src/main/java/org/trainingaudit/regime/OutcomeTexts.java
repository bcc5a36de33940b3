package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.use.Facts;

/** Outcomes with their line of explanation. Those that depend on no fact's name are made once and shared. */
final class OutcomeTexts {

    static final String WEAK =
            "the scan is too weak to be sure: it didn't read everything, or speaks against what is claimed";

    private final Timeline timeline;
    private final AtomicReferenceArray<@Nullable RuleOutcome> shared;

    OutcomeTexts(int clauses, Timeline timeline) {
        this.shared = new AtomicReferenceArray<>(clauses * (Codes.BREACHED + 1));
        this.timeline = timeline;
    }

    /** An outcome that needs no review. */
    RuleOutcome of(CompiledRule rule, Clause clause, byte code, Optional<String> by) {
        if (by.isPresent()) {
            return make(rule, clause, code, by, "lifted by " + by.get());
        }
        int key = clause.index() * (Codes.BREACHED + 1) + code;
        RuleOutcome known = shared.get(key);
        if (known != null) {
            return known;
        }
        RuleOutcome made = make(rule, clause, code, by, because(rule, clause, code));
        shared.set(key, made);
        return made;
    }

    private static RuleOutcome make(CompiledRule rule, Clause clause, byte code, Optional<String> by, String because) {
        return new RuleOutcome(
                rule.id,
                Codes.outcome(code),
                Optional.empty(),
                rule.citation,
                List.of(),
                by,
                because,
                step(clause),
                revision(clause));
    }

    /** A rule that a person has to look at. */
    RuleOutcome review(
            CompiledRule rule, Clause clause, Reason reason, List<String> missing, Facts facts, Optional<String> by) {
        String because = switch (reason) {
            case MISSING_FACTS -> "can't be decided without " + String.join(", ", missing) + lapsed(missing, facts);
            case JUDGEMENT ->
                "the facts are known, and the answer is for a person to judge: "
                        + clause.requires().text();
            case WEAK_SCAN -> WEAK;
            case UNCONFIRMED_LAW -> "this rests on wording that hasn't been confirmed in the law's text";
        };
        String softened = by.map(each -> "; else a breach, softened by " + each).orElse("");
        return new RuleOutcome(
                rule.id,
                Outcome.NEEDS_REVIEW,
                Optional.of(reason),
                rule.citation,
                missing,
                by,
                because + softened,
                step(clause),
                revision(clause));
    }

    /** What was stated of the missing facts and doesn't count. */
    static String lapsed(Collection<String> missing, Facts facts) {
        if (facts.setAside().isEmpty()) {
            return "";
        }
        return missing.stream()
                .flatMap(name -> facts.lapsed(name).stream().map(told -> name + " " + told))
                .reduce("", (one, other) -> one + "; " + other);
    }

    private String because(CompiledRule rule, Clause clause, byte code) {
        return switch (Codes.outcome(code)) {
            case SATISFIED ->
                rule.isExemption()
                        ? lifts(rule, clause)
                        : "met: " + clause.requires().text();
            case BREACHED -> "applies and isn't met: " + clause.requires().text();
            case NOT_YET_APPLICABLE ->
                "isn't met, and starts " + start(clause) + ": "
                        + clause.requires().text();
            case NOT_APPLICABLE ->
                rule.isExemption()
                        ? "not claimed, or claimed and not met: "
                                + clause.requires().text()
                        : "doesn't concern the use: " + clause.applies().text();
            case EXEMPT, NEEDS_REVIEW -> throw new IllegalStateException("told with what lifted or softened it");
        };
    }

    private String lifts(CompiledRule rule, Clause clause) {
        String named = rule.exempts.isEmpty()
                ? ""
                : rule.exempts.stream().map(each -> name(rule, each)).collect(Collectors.joining(", ", ", lifts ", ""));
        boolean preview = timeline.timing(clause) == Timeline.PREVIEW && !named.isEmpty();
        return "met" + (preview ? named.replace("lifts", "would lift") + " from its start" : named);
    }

    private static String name(CompiledRule rule, CompiledRule lifted) {
        return lifted.regime == rule.regime ? lifted.id : lifted.key();
    }

    private String start(Clause clause) {
        Optional<LocalDate> date = clause.from().flatMap(timeline::date);
        Optional<LocalDate> latest = clause.from().flatMap(timeline::latest);
        return date.map(day -> "on " + day)
                .or(() -> latest.map(day -> "on a day to be fixed, " + day + " at the latest"))
                .orElse("on a day to be fixed");
    }

    private static Optional<String> step(Clause clause) {
        return clause.from().map(Clause.StepRef::key);
    }

    private static Optional<String> revision(Clause clause) {
        return clause.from().flatMap(ref -> ref.step().revision());
    }
}
