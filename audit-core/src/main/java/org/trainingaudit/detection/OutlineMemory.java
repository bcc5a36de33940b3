package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outlines that have come several times, with what is known of texts of them. Of fixed size: an outline that needs another's
 * place takes it. For one thread.
 */
final class OutlineMemory {

    private static final int SLOTS = 2048;

    /** So often has an outline to come before it is worth asking about. */
    static final int OFTEN = 24;

    /** So many others have to come in vain before an outline of which is known loses its place. */
    private static final int MOST_CREDIT = 48;

    private final Outlines outlines;
    private final char[] drawn = new char[Outlines.LONGEST];
    private char[] keys = {};
    private final byte[] lengths = new byte[SLOTS];
    private final byte[] credits = new byte[SLOTS];
    private final @Nullable OutlinePlan[] plans = new OutlinePlan[SLOTS];

    private final Lookers lookers;
    private int length;

    /** With the shapes whose patterns the outlines are about, by the same numbers. */
    OutlineMemory(Outlines outlines, Lookers lookers) {
        this.outlines = outlines;
        this.lookers = lookers;
    }

    /** Whether the text has an outline, about which {@link #plan} can then be asked. */
    boolean draw(FoldedText text) {
        length = text.length();
        return outlines.draw(text, drawn);
    }

    /**
     * What is known of texts like the one that was drawn, with the same labels; nothing if they haven't come often.
     *
     * @param announced not to be changed later on
     */
    @Nullable
    OutlinePlan plan(BitSet announced, List<Phrases.Place> places) {
        if (keys.length == 0) {
            // Many readers are never asked.
            keys = new char[SLOTS * Outlines.LONGEST];
        }
        int slot = slot(announced, places);
        int at = slot * Outlines.LONGEST;
        OutlinePlan known = plans[slot];
        boolean same = lengths[slot] == length && Arrays.equals(keys, at, at + length, drawn, 0, length);
        if (!same || (known != null && !known.isFor(announced, places))) {
            replace(slot);
            return null;
        }
        if (credits[slot] < MOST_CREDIT) {
            credits[slot]++;
        }
        if (known == null && credits[slot] >= OFTEN) {
            char[] outline = Arrays.copyOf(drawn, length);
            known = new OutlinePlan(outline, announced, places, outlines.possible(outline, length), lookers);
            plans[slot] = known;
        }
        return known;
    }

    private void replace(int slot) {
        if (--credits[slot] <= 0) {
            System.arraycopy(drawn, 0, keys, slot * Outlines.LONGEST, length);
            lengths[slot] = (byte) length;
            plans[slot] = null;
            credits[slot] = 1;
        }
    }

    private int slot(BitSet announced, List<Phrases.Place> places) {
        long hash = 64L * announced.length() + length;
        for (int i = 0; i < places.size(); i++) {
            hash = hash * 31 + places.get(i).start();
            hash = hash * 31 + System.identityHashCode(places.get(i).phrase());
        }
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + drawn[i];
        }
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 40) & (SLOTS - 1);
    }
}
