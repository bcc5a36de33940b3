package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition over the facts of a use, compiled. Truth is an int, so that all and any are minimum and maximum.
 *
 * <p>Answering builds no objects; what explains the answer is asked for apart.
 */
abstract class Condition {

    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 2;

    /** {@link #FALSE}, {@link #UNKNOWN} or {@link #TRUE}. */
    abstract int truth(Values values);

    /** Adds the facts without which an unknown truth stays unknown; nothing where the truth is known. */
    abstract void missing(Values values, Set<String> into);

    /** The condition as its author could have written it on one line. */
    abstract String text();

    /** What has to be met for it to hold, all of it; nothing where that can't be said in a few masks. */
    Optional<List<Demand>> demands(FactBits bits) {
        return Optional.empty();
    }

    /** The conditions that it joins; empty for a leaf. */
    List<Condition> parts() {
        return List.of();
    }

    /** The slots of the facts that it reads itself, without its parts. */
    List<Integer> slots() {
        return List.of();
    }

    /** Numbers, or days since 1970, at which its own answer turns. */
    List<Long> limits() {
        return List.of();
    }

    /** The steps whose start it reads itself, by their place in {@link FactSlots}. */
    List<Integer> steps() {
        return List.of();
    }

    /** The rules whose outcome it reads itself, without its parts. */
    List<CompiledRule> rules() {
        return List.of();
    }

    /** Always the same. */
    static final class Constant extends Condition {

        static final Constant ALWAYS = new Constant(TRUE);
        static final Constant NEVER = new Constant(FALSE);
        /** What stands in place of a condition with a fault, which was told. */
        static final Constant FAULTY = new Constant(UNKNOWN);

        private final int truth;

        private Constant(int truth) {
            this.truth = truth;
        }

        int truth() {
            return truth;
        }

        @Override
        int truth(Values values) {
            return truth;
        }

        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            return truth == UNKNOWN
                    ? Optional.empty()
                    : Optional.of(truth == TRUE ? List.of() : List.of(Demand.impossible()));
        }

        @Override
        void missing(Values values, Set<String> into) {
            // Nothing could change it.
        }

        @Override
        String text() {
            return Truth.of(truth).word();
        }
    }

    /** All of its parts, or any of them. */
    static final class Join extends Condition {
        private final boolean all;
        private final Condition[] parts;

        Join(boolean all, List<Condition> parts) {
            this.all = all;
            this.parts = parts.toArray(Condition[]::new);
        }

        @Override
        int truth(Values values) {
            return all ? least(values) : most(values);
        }

        private int least(Values values) {
            int least = TRUE;
            for (Condition part : parts) {
                int truth = part.truth(values);
                if (truth == FALSE) {
                    return FALSE;
                }
                least = Math.min(least, truth);
            }
            return least;
        }

        private int most(Values values) {
            int most = FALSE;
            for (Condition part : parts) {
                int truth = part.truth(values);
                if (truth == TRUE) {
                    return TRUE;
                }
                most = Math.max(most, truth);
            }
            return most;
        }

        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            return Demand.join(all, parts, bits);
        }

        @Override
        void missing(Values values, Set<String> into) {
            if (truth(values) == UNKNOWN) {
                for (Condition part : parts) {
                    part.missing(values, into);
                }
            }
        }

        @Override
        String text() {
            List<String> texts = parts().stream().map(Condition::text).toList();
            return (all ? "all: [" : "any: [") + String.join(", ", texts) + "]";
        }

        @Override
        List<Condition> parts() {
            return List.of(parts);
        }
    }

    /** The opposite of its part. */
    static final class Not extends Condition {
        private final Condition part;

        Not(Condition part) {
            this.part = part;
        }

        @Override
        int truth(Values values) {
            return TRUE - part.truth(values);
        }

        @Override
        void missing(Values values, Set<String> into) {
            part.missing(values, into);
        }

        @Override
        String text() {
            return "not: {" + part.text() + "}";
        }

        @Override
        List<Condition> parts() {
            return List.of(part);
        }
    }

    /**
     * Another rule's outcome: met or lifted is true, breached is false, everything else is unknown. An exemption that
     * isn't claimed, failed or isn't in force doesn't pass either.
     */
    static final class Passes extends Condition {
        private final CompiledRule rule;
        private final String text;

        Passes(CompiledRule rule, String text) {
            this.rule = rule;
            this.text = text;
        }

        @Override
        int truth(Values values) {
            byte outcome = values.outcomes[rule.index];
            if (outcome == Codes.SATISFIED || outcome == Codes.EXEMPT) {
                return TRUE;
            }
            boolean idle = rule.isExemption() && (outcome == Codes.NOT_APPLICABLE || outcome == Codes.NONE);
            return outcome == Codes.BREACHED || idle ? FALSE : UNKNOWN;
        }

        @Override
        void missing(Values values, Set<String> into) {
            if (truth(values) == UNKNOWN) {
                rule.missing(values, into);
            }
        }

        @Override
        String text() {
            return "passes: " + text;
        }

        @Override
        List<CompiledRule> rules() {
            return List.of(rule);
        }
    }
}
