package org.trainingaudit.trail;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** An entry whose form the verifier has checked by its own reading. */
record CheckedEntry(long seq, String ts, String kind, String run, String id, Map<?, ?> body) {

    private static final List<String> MEMBERS = List.of("body", "id", "kind", "run", "seq", "ts", "v");
    private static final Pattern TS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** Reads an entry that stands at this place. */
    static CheckedEntry read(byte[] bytes, long seq) throws StrictJson.Refused {
        require(bytes.length > 0, "an entry of 1 to 65535 bytes");
        if (!(StrictJson.parse(bytes) instanceof Map<?, ?> members)) {
            throw new StrictJson.Refused("the entry is not an object");
        }
        require(List.copyOf(members.keySet()).equals(MEMBERS), "exactly the members " + MEMBERS);
        require(Long.valueOf(1).equals(members.get("v")), "v 1");
        require(Long.valueOf(seq).equals(members.get("seq")), "seq " + seq);
        String ts = text(members, "ts", TS);
        requireTime(ts);
        String kind = text(members, "kind", KIND);
        String id = text(members, "id", ID);
        require(members.get("run") instanceof String, "a string as run");
        require(members.get("body") instanceof Map, "an object as body");
        return new CheckedEntry(
                seq, ts, kind, (String) member(members, "run"), id, (Map<?, ?>) member(members, "body"));
    }

    private static Object member(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name));
    }

    private static String text(Map<?, ?> members, String name, Pattern form) throws StrictJson.Refused {
        if (members.get(name) instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        throw new StrictJson.Refused("expected " + name + " of the form " + form);
    }

    private static void requireTime(String ts) throws StrictJson.Refused {
        try {
            Instant.parse(ts);
            require(!ts.startsWith(":60", 16) && !ts.startsWith("T24", 10), "ts to be a moment of a day");
        } catch (DateTimeParseException e) {
            throw new StrictJson.Refused("expected ts to be a moment of the calendar");
        }
    }

    private static void require(boolean good, String expected) throws StrictJson.Refused {
        if (!good) {
            throw new StrictJson.Refused("expected " + expected);
        }
    }

    /** A member of the body that is a string, or empty text. */
    String text(String member) {
        return body.get(member) instanceof String text ? text : "";
    }
}
