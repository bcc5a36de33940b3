package org.trainingaudit.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * All steps of a sieve's automaton that are known as yet: by state and class of character the state that follows, plus 1 and
 * perhaps {@link #TELLS}; 0 where it isn't known. Written under the sieve's lock, read without; replaced when it grows.
 */
final class SieveTable {

    /** The mark of an entry whose state tells of a match. */
    static final int TELLS = 1 << 15;

    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(char[].class);

    private final char[] next;
    final SieveState[] states;

    /** Of classes there are 2 to the power of this. */
    final int shift;

    private SieveTable(char[] next, SieveState[] states, int shift) {
        this.next = next;
        this.states = states;
        this.shift = shift;
    }

    /** Of so many states, none of which is known. */
    static SieveTable empty(int size, int shift) {
        return new SieveTable(new char[size << shift], new SieveState[size], shift);
    }

    SieveState state(int entry) {
        return states[(entry & ~TELLS) - 1];
    }

    /** The entry that follows on a character of that class; 0 where it isn't known. */
    int next(int entry, int number) {
        return (char) ENTRY.getAcquire(next, ((entry - 1) << shift) + number);
    }

    void enter(SieveState from, int number, int entry) {
        ENTRY.setRelease(next, (from.number << shift) + number, (char) entry);
    }

    /** The same with room for so many states and classes. */
    SieveTable resized(int size, int newShift) {
        char[] more = new char[size << newShift];
        for (int i = 0; i < states.length; i++) {
            System.arraycopy(next, i << shift, more, i << newShift, 1 << shift);
        }
        return new SieveTable(more, Arrays.copyOf(states, size), newShift);
    }
}
