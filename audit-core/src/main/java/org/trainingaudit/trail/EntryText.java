package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An entry of a log as its canonical bytes, of which little is made before somebody asks. For those who read many. */
public final class EntryText {

    private final String kind;
    private final String run;
    private final String id;
    private final byte[] bytes;
    private final int from;
    private final int to;

    private EntryText(String kind, String run, String id, byte[] bytes, int from, int to) {
        this.kind = kind;
        this.run = run;
        this.id = id;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** The same entry. */
    public static EntryText of(Entry entry) {
        return of(entry.kind(), entry.run(), entry.id(), CanonicalJson.bytes(entry.body()));
    }

    /** An entry of which these parts were kept; {@code body} is canonical and isn't changed after. */
    public static EntryText of(String kind, String run, String id, byte[] body) {
        return new EntryText(kind, run, id, body, 0, body.length);
    }

    /** What happened. */
    public String kind() {
        return kind;
    }

    /** The business key of the run, or empty outside a run. */
    public String run() {
        return run;
    }

    /** Its idempotency id, 64 hex digits. */
    public String id() {
        return id;
    }

    /** What is recorded, by kind. Read anew at each call. */
    public CanonicalObject body() {
        return CanonicalObject.of(bytes, from, to);
    }

    /** Bytes in which the body stands from {@link #bodyFrom} on; not to be changed. */
    byte[] source() {
        return bytes;
    }

    int bodyFrom() {
        return from;
    }

    /** How many bytes {@link #copyBody} copies. */
    public int bodyLength() {
        return to - from;
    }

    /** Copies the canonical bytes of the body to a place. */
    public void copyBody(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** Reads entries of a log one after the other; their kinds and runs come again and again. */
    static final class Reading {
        private final QuickEntry quick = new QuickEntry();
        private String lastKind = "";
        private String lastRun = "";

        /** Reads the entry that stands at this place; the bytes must not be changed after. */
        EntryText read(byte[] bytes, int from, int to, long seq) {
            if (quick.read(bytes, from, to, seq)) {
                lastKind = known(lastKind, bytes, quick.kindFrom, quick.kindTo);
                lastRun = known(lastRun, bytes, quick.runFrom, quick.runTo);
                if (lastRun.indexOf('\\') < 0) {
                    String id = new String(bytes, quick.idFrom, 2 * Hash.LENGTH, StandardCharsets.US_ASCII);
                    return new EntryText(lastKind, lastRun, id, bytes, quick.bodyFrom, quick.bodyTo);
                }
            }
            return of(EntryForm.read(Arrays.copyOfRange(bytes, from, to), seq));
        }

        private static String known(String last, byte[] bytes, int from, int to) {
            boolean same = last.length() == to - from;
            for (int i = 0; same && i < last.length(); i++) {
                same = last.charAt(i) == bytes[from + i];
            }
            return same ? last : new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
    }
}
