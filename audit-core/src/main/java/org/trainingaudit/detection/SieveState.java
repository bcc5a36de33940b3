package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.BitSet;

/** Where a sieve's automaton is: nodes that wait for a character, and the patterns that matched on the way there. */
final class SieveState {

    final int number;
    final BitSet waiting;
    final long[] matched;
    final long[] matchedAtEnd;

    SieveState(int number, BitSet waiting, long[] matched, long[] matchedAtEnd) {
        this.number = number;
        this.waiting = waiting;
        this.matched = matched;
        this.matchedAtEnd = matchedAtEnd;
    }

    boolean tells() {
        return Arrays.stream(matched).anyMatch(word -> word != 0);
    }
}
