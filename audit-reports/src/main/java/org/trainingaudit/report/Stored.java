package org.trainingaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trainingaudit.trail.CanonicalCursor.Remembered;
import org.trainingaudit.trail.EntryText;

/** Entries as records of a {@link Sorter}: kind, run, what they are about, id and body one behind the other. Strings that come again are made once. */
final class Stored {

    private static final List<String> KINDS =
            List.of("use", "verdict", "dependence", "contradiction", "finding_open", "finding_close");
    private static final int ID = 64;

    private static final int HEAD = 5;

    private final Remembered<String> texts = new Remembered<>(1 << 8, 128);

    /**
     * An entry that was put aside.
     *
     * @param about what it's about, as it was said when it was put: a regime, a claim, a finding
     */
    record Put(EntryText entry, String about) {}

    /** Puts an entry under a key. */
    void put(String key, String about, EntryText entry, Sorter sorter) throws IOException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        byte[] run = entry.run().getBytes(StandardCharsets.UTF_8);
        byte[] what = about.getBytes(StandardCharsets.UTF_8);
        byte[] id = entry.id().getBytes(StandardCharsets.US_ASCII);
        if (id.length != ID) {
            throw new IllegalArgumentException("an entry's id has 64 hex digits, but this is '" + entry.id() + "'");
        }
        int at = sorter.add(name.length, HEAD + run.length + what.length + ID + entry.bodyLength());
        byte[] arena = sorter.arena();
        System.arraycopy(name, 0, arena, at, name.length);
        at += name.length;
        arena[at] = (byte) KINDS.indexOf(entry.kind());
        arena[at + 1] = (byte) (run.length >>> 8);
        arena[at + 2] = (byte) run.length;
        arena[at + 3] = (byte) (what.length >>> 8);
        arena[at + 4] = (byte) what.length;
        at += HEAD;
        System.arraycopy(run, 0, arena, at, run.length);
        at += run.length;
        System.arraycopy(what, 0, arena, at, what.length);
        at += what.length;
        System.arraycopy(id, 0, arena, at, ID);
        entry.copyBody(arena, at + ID);
    }

    /** The entry at which the cursor stands. */
    Put entry(Sorter.Cursor cursor) {
        byte[] bytes = cursor.bytes;
        int at = cursor.value;
        int run = at + HEAD;
        int about = run + length(bytes, at + 1);
        int id = about + length(bytes, at + 3);
        EntryText entry = EntryText.of(
                KINDS.get(bytes[at]),
                texts.of(bytes, run, about, Stored::text),
                new String(bytes, id, ID, StandardCharsets.US_ASCII),
                Arrays.copyOfRange(bytes, id + ID, cursor.valueEnd));
        return new Put(entry, texts.of(bytes, about, id, Stored::text));
    }

    private static int length(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
