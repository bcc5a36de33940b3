package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether any of some targets, or all of them, are among a fact's members. */
final class Members extends Leaves.Leaf {
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
