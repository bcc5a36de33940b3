package org.trainingaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trainingaudit.trail.EntryText;

/** Entries as records of a {@link Sorter}: kind, run, id and body one behind the other. Strings that come again are made once. */
final class Stored {

    private static final List<String> KINDS =
            List.of("use", "verdict", "dependence", "contradiction", "finding_open", "finding_close");
    private static final int ID = 64;

    private byte[] lastRun = new byte[0];
    private String lastRunText = "";

    /** Puts an entry under a key. */
    void put(String key, EntryText entry, Sorter sorter) throws IOException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        byte[] run = entry.run().getBytes(StandardCharsets.UTF_8);
        byte[] id = entry.id().getBytes(StandardCharsets.US_ASCII);
        if (id.length != ID) {
            throw new IllegalArgumentException("an entry's id has 64 hex digits, but this is '" + entry.id() + "'");
        }
        int at = sorter.add(name.length, 3 + run.length + ID + entry.bodyLength());
        byte[] arena = sorter.arena();
        System.arraycopy(name, 0, arena, at, name.length);
        at += name.length;
        arena[at] = (byte) KINDS.indexOf(entry.kind());
        arena[at + 1] = (byte) (run.length >>> 8);
        arena[at + 2] = (byte) run.length;
        System.arraycopy(run, 0, arena, at + 3, run.length);
        System.arraycopy(id, 0, arena, at + 3 + run.length, ID);
        entry.copyBody(arena, at + 3 + run.length + ID);
    }

    /** The entry at which the cursor stands. */
    EntryText entry(Sorter.Cursor cursor) {
        byte[] bytes = cursor.bytes;
        int at = cursor.value;
        String kind = KINDS.get(bytes[at]);
        int runLength = ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
        int id = at + 3 + runLength;
        return EntryText.of(
                kind,
                run(bytes, at + 3, id),
                new String(bytes, id, ID, StandardCharsets.US_ASCII),
                Arrays.copyOfRange(bytes, id + ID, cursor.valueEnd));
    }

    private String run(byte[] bytes, int from, int to) {
        if (!Arrays.equals(bytes, from, to, lastRun, 0, lastRun.length)) {
            lastRun = Arrays.copyOfRange(bytes, from, to);
            lastRunText = new String(lastRun, StandardCharsets.UTF_8);
        }
        return lastRunText;
    }
}
