package org.trainingaudit.regime;

/** Settles for one use which regimes govern it, and what each makes of the use's label. */
final class Scoping {

    final int[] governs;
    final byte[] labels;
    final boolean[] inScope;
    private final Timeline timeline;
    private final Values values;
    private final boolean weak;

    /**
     * Nothing settled yet.
     *
     * @param all how many regimes there are
     */
    Scoping(Timeline timeline, Values values, boolean weak, int all) {
        this.timeline = timeline;
        this.values = values;
        this.weak = weak;
        this.governs = new int[all];
        this.labels = new byte[all];
        this.inScope = new boolean[all];
    }

    void settle(CompiledRegime regime) {
        if (timeline.isSkipped(regime)) {
            regime.rules.forEach(rule -> values.outcomes[rule.index] = Codes.UNJUDGED);
            return;
        }
        values.weak = weak;
        governs[regime.index] = regime.governs.truth(values);
        values.weak = false;
        labels[regime.index] = label(regime);
        inScope[regime.index] = governs[regime.index] != Condition.FALSE && labels[regime.index] != CompiledRegime.OUT;
    }

    private byte label(CompiledRegime regime) {
        for (CompiledRegime.Label label : regime.labels) {
            if (label.claimed().truth(values) == Condition.TRUE) {
                return reading(label);
            }
        }
        return CompiledRegime.NO_EFFECT;
    }

    /** The first reading that holds, if none before it could hold as well and say something else. */
    private byte reading(CompiledRegime.Label label) {
        byte possible = -1;
        for (CompiledRegime.Reading reading : label.readings()) {
            int holds = reading.when().truth(values);
            if (holds != Condition.FALSE) {
                if (possible >= 0 && possible != reading.effect()) {
                    return CompiledRegime.DOUBTFUL;
                }
                possible = reading.effect();
            }
            if (holds == Condition.TRUE) {
                return possible;
            }
        }
        return possible <= CompiledRegime.NO_EFFECT ? CompiledRegime.NO_EFFECT : CompiledRegime.DOUBTFUL;
    }
}
