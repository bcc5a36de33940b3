package org.trainingaudit.regime;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conditions that read one fact. */
final class Leaves {

    private Leaves() {}

    /** How two numbers, or two dates as days since 1970, are to stand to each other. */
    enum Comparison {
        EQUAL,
        AT_LEAST,
        AT_MOST,
        MORE_THAN,
        LESS_THAN;

        /** The least number that stands so to another. */
        long low(long other) {
            return switch (this) {
                case EQUAL, AT_LEAST -> other;
                case MORE_THAN -> other + 1;
                case AT_MOST, LESS_THAN -> Long.MIN_VALUE;
            };
        }

        /** The greatest number that stands so to another. */
        long high(long other) {
            return switch (this) {
                case EQUAL, AT_MOST -> other;
                case LESS_THAN -> other - 1;
                case AT_LEAST, MORE_THAN -> Long.MAX_VALUE;
            };
        }

        boolean holds(long one, long other) {
            return switch (this) {
                case EQUAL -> one == other;
                case AT_LEAST -> one >= other;
                case AT_MOST -> one <= other;
                case MORE_THAN -> one > other;
                case LESS_THAN -> one < other;
            };
        }
    }

    private abstract static class Leaf extends Condition {
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
        private final Comparison comparison;
        private final long other;

        Compare(int slot, String text, Comparison comparison, long other) {
            super(slot, text);
            this.comparison = comparison;
            this.other = other;
        }

        @Override
        int truth(Values values) {
            if (!values.known[slot]) {
                return UNKNOWN;
            }
            return comparison.holds(values.number[slot], other) ? TRUE : FALSE;
        }

        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            boolean atTheEdge = other == Long.MIN_VALUE || other == Long.MAX_VALUE;
            long mask = atTheEdge ? 0 : bits.range(slot, comparison.low(other), comparison.high(other));
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
        private final Comparison comparison;

        CompareFacts(int slot, String text, Comparison comparison, int other) {
            super(slot, text, other);
            this.comparison = comparison;
        }

        @Override
        boolean holds(long one, long two) {
            return comparison.holds(one, two);
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

    /** Whether any of some targets, or all of them, are among a fact's members. */
    static final class Members extends Leaf {
        private final boolean all;
        private final boolean scanned;
        private final long[] sure;
        private final long[] open;

        /**
         * Makes the leaf.
         *
         * @param sure bits of the targets that count
         * @param open bits of the targets of which it's doubtful whether they count
         * @param scanned whether the fact comes from the scan, and so may be incomplete
         */
        Members(int slot, String text, boolean all, long[] sure, long[] open, boolean scanned) {
            super(slot, text);
            this.all = all;
            this.sure = sure;
            this.open = open;
            this.scanned = scanned;
        }

        @Override
        int truth(Values values) {
            if (!values.known[slot]) {
                return UNKNOWN;
            }
            return all ? allOf(values) : anyOf(values);
        }

        /** Where all are wanted each is a demand of its own. */
        @Override
        Optional<List<Demand>> demands(FactBits bits) {
            SortedMap<Integer, Long> any = new TreeMap<>();
            List<Demand> each = new ArrayList<>();
            for (int word = 0; word < sure.length; word++) {
                if (sure[word] != 0) {
                    any.put(bits.names(slot, word), sure[word]);
                }
                for (long left = sure[word]; left != 0; left &= left - 1) {
                    each.add(Demand.of(bits.names(slot, word), Long.lowestOneBit(left)));
                }
            }
            boolean masked = !each.isEmpty() && (all || open.length == 0);
            return masked ? Optional.of(all ? each : List.of(new Demand(any))) : Optional.empty();
        }

        private int anyOf(Values values) {
            long[] there = values.sure[slot];
            if (meets(there, sure)) {
                return TRUE;
            }
            long[] perhaps = values.perhaps[slot];
            if (open.length == 0 && perhaps.length == 0) {
                return scanned && values.weak ? UNKNOWN : FALSE;
            }
            if (meets(there, open) || meets(perhaps, sure) || meets(perhaps, open) || (scanned && values.weak)) {
                return UNKNOWN;
            }
            return FALSE;
        }

        private int allOf(Values values) {
            int truth = TRUE;
            for (int word = 0; word < sure.length; word++) {
                long lacking = sure[word] & ~word(values.sure[slot], word);
                if (lacking != 0) {
                    boolean open = (lacking & ~word(values.perhaps[slot], word)) == 0 || (scanned && values.weak);
                    truth = open ? Math.min(truth, UNKNOWN) : FALSE;
                }
                if (truth == FALSE) {
                    return FALSE;
                }
            }
            return truth;
        }

        private static boolean meets(long[] row, long[] mask) {
            for (int word = 0; word < mask.length && word < row.length; word++) {
                if ((row[word] & mask[word]) != 0) {
                    return true;
                }
            }
            return false;
        }

        private static long word(long[] row, int word) {
            return word < row.length ? row[word] : 0;
        }
    }
}
