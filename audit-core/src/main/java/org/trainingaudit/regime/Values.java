package org.trainingaudit.regime;

import java.util.Arrays;

/** The facts of one use in slots, and the outcomes found so far. Belongs to one judgement. */
final class Values {

    static final long[] NO_BITS = {};

    final FactSlots slots;
    final boolean[] known;
    /** Number, days since 1970, or 1 for true. */
    final long[] number;
    /** Whether the value says that there is nothing: 'none', or a set without members. */
    final Truth[] empty;
    /** Bits of the targets that a set's members or a text meet. */
    final long[][] sure;
    /** Bits of the targets that members of low confidence meet. */
    final long[][] perhaps;

    /** When each step that a condition names starts; the same for all uses of a judge. */
    StepDays[] steps;

    final byte[] outcomes;
    /** Whether what a scan didn't find may still be there. */
    boolean weak;

    Values(FactSlots slots, int rules, StepDays[] steps) {
        int count = slots.count();
        this.slots = slots;
        this.known = new boolean[count];
        this.number = new long[count];
        this.empty = new Truth[count];
        this.sure = new long[count][];
        this.perhaps = new long[count][];
        this.steps = steps;
        this.outcomes = new byte[rules];
        Arrays.fill(empty, Truth.FALSE);
        Arrays.fill(sure, NO_BITS);
        Arrays.fill(perhaps, NO_BITS);
    }

    /** The other's facts; outcomes of its own. */
    Values(Values other, int rules) {
        this.slots = other.slots;
        this.known = other.known.clone();
        this.number = other.number.clone();
        this.empty = other.empty.clone();
        this.sure = other.sure.clone();
        this.perhaps = other.perhaps.clone();
        this.steps = other.steps;
        this.outcomes = new byte[rules];
        this.weak = other.weak;
    }

    /** Takes the steps of another date and forgets what was found so far. */
    void bind(StepDays[] others) {
        steps = others;
        Arrays.fill(outcomes, (byte) 0);
    }
}
