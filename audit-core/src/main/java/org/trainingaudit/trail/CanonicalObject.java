package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * An object in canonical JSON, read from its bytes member by member as somebody asks. Whether the bytes are canonical was
 * checked before; a member that is missing or of another kind is empty. Not changed after, so safe for several threads.
 */
public final class CanonicalObject {

    private static final int PARTS = 4;

    private final byte[] bytes;
    private final int from;
    private final int to;
    /** Of each member where its name begins and ends, and where its value does. */
    private final int[] members;

    private final int count;

    private CanonicalObject(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        int[] found = new int[PARTS * 16];
        int many = 0;
        int at = from + 1;
        while (bytes[at] == '"') {
            if (many * PARTS == found.length) {
                found = Arrays.copyOf(found, 2 * found.length);
            }
            int name = at + 1;
            int nameEnd = name;
            while (bytes[nameEnd] != '"') {
                nameEnd++;
            }
            int end = CanonicalBytes.skip(bytes, nameEnd + 2);
            found[many * PARTS] = name;
            found[many * PARTS + 1] = nameEnd;
            found[many * PARTS + 2] = nameEnd + 2;
            found[many * PARTS + 3] = end;
            many++;
            at = bytes[end] == ',' ? end + 1 : end;
        }
        this.members = found;
        this.count = many;
    }

    /** The object that these bytes are, with nothing around it. They must not be changed after. */
    static CanonicalObject of(byte[] bytes, int from, int to) {
        return new CanonicalObject(bytes, from, to);
    }

    /** The object of these canonical bytes; see {@link CanonicalJson#bytes}. */
    public static CanonicalObject of(byte[] canonical) {
        byte[] own = canonical.clone();
        return new CanonicalObject(own, 0, own.length);
    }

    private int find(String name) {
        int length = name.length();
        for (int i = 0; i < count * PARTS; i += PARTS) {
            if (members[i + 1] - members[i] == length && isAt(members[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int place, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (bytes[place + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first byte of a member's value; 0 where there is none. */
    private byte first(int member) {
        return member < 0 ? 0 : bytes[members[member + 2]];
    }

    /** A text; empty where the member is none. */
    public String text(String member) {
        int found = find(member);
        return first(found) == '"' ? string(members[found + 2], members[found + 3]) : "";
    }

    private String string(int quote, int end) {
        return CanonicalBytes.decoded(bytes, quote + 1, end - 1);
    }

    /** A whole number; empty where the member is none. */
    public OptionalLong number(String member) {
        int found = find(member);
        byte first = first(found);
        return first == '-' || (first >= '0' && first <= '9')
                ? OptionalLong.of(Long.parseLong(raw(found)))
                : OptionalLong.empty();
    }

    private String raw(int member) {
        return new String(
                bytes, members[member + 2], members[member + 3] - members[member + 2], StandardCharsets.UTF_8);
    }

    /** True or false; empty where the member is neither. */
    public Optional<Boolean> flag(String member) {
        return switch (first(find(member))) {
            case 't' -> Optional.of(true);
            case 'f' -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whether the member is there and isn't null. */
    public boolean has(String member) {
        byte first = first(find(member));
        return first != 0 && first != 'n';
    }

    /** An object; one without members where the member is none. */
    public CanonicalObject object(String member) {
        int found = find(member);
        return first(found) == '{'
                ? new CanonicalObject(bytes, members[found + 2], members[found + 3])
                : of(new byte[] {'{', '}'});
    }

    /** The objects of a list. */
    public List<CanonicalObject> objects(String member) {
        List<CanonicalObject> objects = new ArrayList<>();
        each(member, (start, end) -> {
            if (bytes[start] == '{') {
                objects.add(new CanonicalObject(bytes, start, end));
            }
        });
        return objects;
    }

    /** The texts of a list, or a single text as the only one. */
    public List<String> texts(String member) {
        int found = find(member);
        if (first(found) == '"') {
            return List.of(string(members[found + 2], members[found + 3]));
        }
        List<String> texts = new ArrayList<>();
        each(member, (start, end) -> {
            if (bytes[start] == '"') {
                texts.add(string(start, end));
            }
        });
        return texts;
    }

    private interface Element {
        void at(int start, int end);
    }

    private void each(String member, Element then) {
        int found = find(member);
        int at = first(found) == '[' ? members[found + 2] + 1 : 0;
        while (at > 0 && bytes[at] != ']') {
            int end = CanonicalBytes.skip(bytes, at);
            then.at(at, end);
            at = bytes[end] == ',' ? end + 1 : end;
        }
    }

    /** The value as one text: a list's texts joined by commas, anything else without quotes; empty where it is null or missing. */
    public String plain(String member) {
        int found = find(member);
        return switch (first(found)) {
            case 0, 'n' -> "";
            case '"' -> text(member);
            case '[' -> String.join(",", texts(member));
            case '{' -> "";
            default -> raw(found);
        };
    }

    /** The canonical bytes, a copy. */
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The same as a tree. */
    public JsonNode tree() {
        return CanonicalJson.tree(bytes, from, to - from);
    }
}
