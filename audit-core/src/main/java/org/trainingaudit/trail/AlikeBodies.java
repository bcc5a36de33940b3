package org.trainingaudit.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells where the body of an entry ends by holding it against one that was read before: most differ from an earlier one in
 * some texts and numbers only, and then only those are read. Holds a fixed number of bodies. Not for use by several threads.
 */
final class AlikeBodies {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;
    /** Which bodies are near each other: they begin with the same eight bytes, and their lengths differ by less than that. */
    private static final int LENGTHS = 3;

    private static final int PLACES = 1 << 8;
    private static final int LONGEST = 1 << 12;
    /** Where bodies are seldom alike, only one in so many is kept, since keeping costs as much as reading. */
    private static final int KEEP_EACH = 4;

    private final BodyForm[] known = new BodyForm[PLACES];
    private final int[] missed = new int[PLACES];

    /** The end of the body that begins at a place of an entry, or {@link Skim#UNSURE}. */
    int end(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        BodyForm form = known[place];
        int end = form == null ? Skim.UNSURE : form.end(bytes, from, to);
        return end >= 0 ? end : read(bytes, from, to, place);
    }

    private static int place(byte[] bytes, int from, int to) {
        long begins = to - from < Long.BYTES ? 0 : (long) LONGS.get(bytes, from);
        long mixed = (begins + ((to - from) >> LENGTHS)) * FACTOR;
        return (int) (mixed >>> 40) & (PLACES - 1);
    }

    private int read(byte[] bytes, int from, int to, int place) {
        int end = Skim.object(bytes, from, to, 1);
        if (end >= 0 && end - from <= LONGEST && missed[place]++ % KEEP_EACH == 0) {
            known[place] = BodyForm.of(bytes, from, end);
        }
        return end;
    }
}
