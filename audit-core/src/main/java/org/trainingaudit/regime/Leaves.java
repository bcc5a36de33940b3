package org.trainingaudit.regime;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions that read one fact. */
final class Leaves {

    private Leaves() {}

    abstract static class Leaf extends Condition {
        final int slot;
        private final String text;

        Leaf(int slot, String text) {
            this.slot = slot;
            this.text = text;
        }

        @Override
        void missing(Values values, Set<String> into) {
            if (truth(values) == UNKNOWN) {
                values.slots.missing(slot, values, into);
            }
        }

        @Override
        String text() {
            return text;
        }

        @Override
        List<Integer> slots() {
            return List.of(slot);
        }
    }

    /** A number, date or boolean against a fixed one. */
    static final class Compare extends Leaf {
        private final Relation relation;
        private final long other;

        Compare(int slot, String text, Relation relation, long other) {
            super(slot, text);
            this.relation = relation;
            this.other = other;
        }

        @Override
        int truth(Values values) {
            if (!values.known[slot]) {
                return UNKNOWN;
            }
            return relation.holds(values.number[slot], other) ? TRUE : FALSE;
        }

        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            boolean atTheEdge = other == Long.MIN_VALUE || other == Long.MAX_VALUE;
            long mask = atTheEdge ? 0 : bits.range(slot, relation.low(other), relation.high(other));
            return mask == 0 ? Optional.empty() : Optional.of(List.of(Demand.of(bits.first(slot), mask)));
        }

        @Override
        List<Long> limits() {
            return List.of(other);
        }
    }

    private abstract static class Pair extends Leaf {
        final int other;

        Pair(int slot, String text, int other) {
            super(slot, text);
            this.other = other;
        }

        abstract boolean holds(long one, long two);

        @Override
        int truth(Values values) {
            if (!values.known[slot] || !values.known[other]) {
                return UNKNOWN;
            }
            return holds(values.number[slot], values.number[other]) ? TRUE : FALSE;
        }

        @Override
        void missing(Values values, Set<String> into) {
            for (int each : new int[] {slot, other}) {
                if (!values.known[each]) {
                    values.slots.missing(each, values, into);
                }
            }
        }

        @Override
        List<Integer> slots() {
            return List.of(slot, other);
        }
    }

    /** A number or date against another fact's. */
    static final class CompareFacts extends Pair {
        private final Relation relation;

        CompareFacts(int slot, String text, Relation relation, int other) {
            super(slot, text, other);
            this.relation = relation;
        }

        @Override
        boolean holds(long one, long two) {
            return relation.holds(one, two);
        }
    }

    /** A date that doesn't lie before the start of a step. */
    static final class OnOrAfterStep extends Leaf {
        private final int step;

        OnOrAfterStep(int slot, String text, int step) {
            super(slot, text);
            this.step = step;
        }

        @Override
        int truth(Values values) {
            if (!values.known[slot]) {
                return UNKNOWN;
            }
            long day = values.number[slot];
            StepDays start = values.steps[step];
            return day >= start.from() ? TRUE : day < start.before() ? FALSE : UNKNOWN;
        }

        @Override
        void missing(Values values, Set<String> into) {
            if (!values.known[slot]) {
                values.slots.missing(slot, values, into);
            }
        }

        @Override
        List<Integer> steps() {
            return List.of(step);
        }
    }

    /** A date that lies no further than a period from another fact's, on either side. */
    static final class Within extends Pair {
        private final Period period;

        Within(int slot, String text, Period period, int other) {
            super(slot, text, other);
            this.period = period;
        }

        @Override
        boolean holds(long one, long two) {
            LocalDate middle = LocalDate.ofEpochDay(two);
            return one >= middle.minus(period).toEpochDay()
                    && one <= middle.plus(period).toEpochDay();
        }
    }

    /** Whether a fact says something at all; 'none' and the empty set are known to say nothing. */
    static final class Stated extends Leaf {
        private final boolean wanted;
        private final boolean scanned;

        Stated(int slot, String text, boolean wanted, boolean scanned) {
            super(slot, text);
            this.wanted = wanted;
            this.scanned = scanned;
        }

        @Override
        int truth(Values values) {
            if (!values.known[slot]) {
                return UNKNOWN;
            }
            return switch (values.empty[slot]) {
                case UNKNOWN -> UNKNOWN;
                case TRUE -> scanned && values.weak ? UNKNOWN : of(!wanted);
                case FALSE -> of(wanted);
            };
        }

        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            return Optional.of(List.of(Demand.of(bits.first(slot), wanted ? FactBits.SAYS : FactBits.EMPTY)));
        }

        private static int of(boolean holds) {
            return holds ? TRUE : FALSE;
        }
    }
}
