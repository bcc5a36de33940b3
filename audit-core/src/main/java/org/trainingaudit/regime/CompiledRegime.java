package org.trainingaudit.regime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A regime as it's judged. */
final class CompiledRegime {

    /** Its place among all regimes. */
    final int index;

    final String id;
    final Regime face;
    final List<Step> steps;
    Condition governs = Condition.Constant.ALWAYS;
    List<Label> labels = List.of();
    List<CompiledRule> rules = List.of();
    /** What breaches can cost, by code. */
    Map<String, CompiledSanction> sanctions = Map.of();
    /** Whether nothing in its file, and in what it takes over, is wrong. */
    boolean clean = true;

    CompiledRegime(int index, Regime face) {
        this.index = index;
        this.id = face.id();
        this.face = face;
        this.steps = face.steps();
    }

    Optional<Step> step(String step) {
        return face.step(step);
    }

    /**
     * What a claimed degree of identifiability does.
     *
     * @param claimed whether it's the label that is claimed; unknown where none is
     * @param readings how the regime reads it, the first that holds
     */
    record Label(Condition claimed, List<Reading> readings) {}

    /** How a label is read under a condition. */
    record Reading(Condition when, byte effect) {}

    /** The label changes nothing. */
    static final byte NO_EFFECT = 0;

    /** It can't be told what the label changes. */
    static final byte DOUBTFUL = 1;

    /** A breach is for a person to judge. */
    static final byte OPEN = 2;

    /** The use is outside the regime. */
    static final byte OUT = 3;
}
