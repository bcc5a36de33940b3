package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which version of which rule is law on one date, and which of that rests on a date that isn't fixed. */
final class Timeline {

    /** The version has ended. */
    static final byte PAST = 0;
    /** The version is law. */
    static final byte ACTIVE = 1;
    /** Its start lies ahead. */
    static final byte AHEAD = 2;
    /** Its start lies ahead, and its regime is judged as if begun. */
    static final byte PREVIEW = 3;

    private final JudgeOptions options;
    private final byte[] timing;
    private final boolean[] unfixed;
    private final List<Refusal> refusals = new ArrayList<>();
    private final boolean[] skipped;

    Timeline(Regimes regimes, JudgeOptions options) {
        this.options = options;
        this.timing = new byte[regimes.clauses()];
        this.unfixed = new boolean[regimes.clauses()];
        this.skipped = new boolean[regimes.compiled().size()];
        for (CompiledRegime regime : regimes.compiled()) {
            skipped[regime.index] = !regime.clean || refuse(regime);
            regime.rules.forEach(rule -> rule.clauses.forEach(clause -> place(regime, clause)));
        }
    }

    private boolean refuse(CompiledRegime regime) {
        int before = refusals.size();
        for (Step each : regime.steps) {
            Step step = believed(each);
            boolean late = step.latest().filter(options.asOf()::isAfter).isPresent();
            if (regime.clean
                    && late
                    && date(new Clause.StepRef(regime.id, step)).isEmpty()) {
                refusals.add(new Refusal(regime.id, step.id(), step.latest().get(), options.asOf()));
            }
        }
        return refusals.size() > before;
    }

    private void place(CompiledRegime regime, Clause clause) {
        timing[clause.index()] = timing(regime, clause);
        boolean ended = timing[clause.index()] == PAST;
        Optional<Clause.StepRef> decisive = ended ? clause.to() : clause.from();
        unfixed[clause.index()] = timing[clause.index()] == PREVIEW
                || decisive.filter(this::isUnfixed).isPresent();
    }

    private byte timing(CompiledRegime regime, Clause clause) {
        if (clause.to().flatMap(this::date).filter(this::hasCome).isPresent()) {
            return PAST;
        }
        if (clause.from().isEmpty()
                || clause.from().flatMap(this::date).filter(this::hasCome).isPresent()) {
            return ACTIVE;
        }
        return regime.face.preview() && options.previews() ? PREVIEW : AHEAD;
    }

    private boolean hasCome(LocalDate date) {
        return !date.isAfter(options.asOf());
    }

    private boolean isUnfixed(Clause.StepRef step) {
        return options.assumedSteps().containsKey(step.key())
                || !believed(step.step()).isFixed();
    }

    /** The date of a step: the assumed one, else its own. */
    Optional<LocalDate> date(Clause.StepRef step) {
        LocalDate assumed = options.assumedSteps().get(step.key());
        return assumed != null ? Optional.of(assumed) : believed(step.step()).date();
    }

    /** The last day on which a step can come, as far as that is known. */
    Optional<LocalDate> latest(Clause.StepRef step) {
        return believed(step.step()).latest();
    }

    private Step believed(Step step) {
        return step.believed(options.knownAt());
    }

    /**
     * From which day on an event certainly lies after a step, and before which it certainly doesn't; between the two
     * nobody can say. Where the step's regime is judged in preview and the step hasn't come, it counts as if it had
     * always been there.
     */
    StepDays days(CompiledRegime regime, Clause.StepRef step) {
        Optional<LocalDate> date = date(step);
        if (date.filter(this::hasCome).isEmpty() && regime.face.preview() && options.previews()) {
            return StepDays.ALWAYS;
        }
        if (date.isPresent()) {
            return StepDays.on(date.get());
        }
        return StepDays.between(options.asOf().plusDays(1), latest(step));
    }

    /** When a step starts, in words. */
    String told(CompiledRegime regime, Clause.StepRef step) {
        String day = date(step)
                .map(date -> "starts on " + date)
                .or(() -> latest(step).map(date -> "starts on a day to be fixed, " + date + " at the latest"))
                .orElse("starts on a day to be fixed");
        String assumed = options.assumedSteps().containsKey(step.key()) ? ", assumed" : "";
        return day
                + assumed
                + (days(regime, step).equals(StepDays.ALWAYS) ? "; in this preview counted as if it had started" : "");
    }

    byte timing(Clause clause) {
        return timing[clause.index()];
    }

    /** Whether anything of the regime is judged as law, or in preview. */
    boolean hasBegun(CompiledRegime regime) {
        return regime.rules.stream()
                .flatMap(rule -> rule.clauses.stream())
                .anyMatch(clause -> timing(clause) == ACTIVE || timing(clause) == PREVIEW);
    }

    boolean isUnfixed(Clause clause) {
        return unfixed[clause.index()];
    }

    /** Whether the regime is faulty or refused. */
    boolean isSkipped(CompiledRegime regime) {
        return skipped[regime.index];
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
