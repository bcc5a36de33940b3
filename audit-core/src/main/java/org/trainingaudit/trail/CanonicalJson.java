package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in the one form the trail knows: RFC 8785, narrowed to integers, plain member names and NFC strings.
 *
 * <p>A refusal names the member and the rule, never the value. Safe for use by several threads.
 */
public final class CanonicalJson {

    /** The most a value may be nested: members of the outer object stand at level 1. */
    public static final int DEEPEST = 8;

    private static final long LARGEST = (1L << 53) - 1;
    private static final int LONGEST_NAME = 64;
    private static final String HEX = "0123456789abcdef";
    private static final JsonMapper READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /**
     * Reads canonical bytes.
     *
     * @throws TrailException if they are not JSON, break a rule, or are not the canonical form of what they say
     */
    public static JsonNode parse(byte[] bytes) {
        JsonNode value = read(bytes);
        if (!Arrays.equals(bytes, bytes(value))) {
            throw new TrailException(
                    "the JSON is not in canonical form (spaces, order of members, escapes or encoding)");
        }
        return value;
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return READER.readTree(bytes);
        } catch (JacksonException e) {
            // The cause would quote the text around the fault, which may be a personal value.
            throw new TrailException("not JSON with each member named once, at byte "
                    + e.getLocation().getByteOffset());
        }
    }

    /** A tree of what is known to be canonical. */
    static JsonNode tree(byte[] bytes, int from, int length) {
        try {
            return READER.readTree(bytes, from, length);
        } catch (JacksonException e) {
            throw new TrailException("not JSON with each member named once, at byte "
                    + e.getLocation().getByteOffset());
        }
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws TrailException if it holds a fraction, a number beyond 2^53-1, a name of another form, a string that is
     *     not NFC or not Unicode, or is nested too deeply
     */
    public static byte[] bytes(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, 0, "", out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, int level, String path, StringBuilder out) {
        if (level > DEEPEST) {
            throw refused(path, "is nested deeper than " + DEEPEST + " levels");
        }
        if (value.isObject()) {
            object(value, level, path, out);
        } else if (value.isArray()) {
            array(value, level, path, out);
        } else if (value.isString()) {
            string(value.stringValue(), path, out);
        } else if (value.isIntegralNumber()) {
            integer(value, path, out);
        } else if (value.isBoolean()) {
            out.append(value.booleanValue());
        } else if (value.isNull()) {
            out.append("null");
        } else {
            throw refused(path, "is no object, array, string, integer, true, false or null; write amounts as strings");
        }
    }

    private static void object(JsonNode value, int level, String path, StringBuilder out) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        char before = '{';
        for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
            String name = member.getKey();
            if (!isName(name)) {
                throw refused(path, "has a member whose name is not of the form [a-z][a-z0-9_]{0,63}");
            }
            out.append(before).append('"').append(name).append("\":");
            write(member.getValue(), level + 1, path + "." + name, out);
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static boolean isName(String name) {
        boolean good = !name.isEmpty() && name.length() <= LONGEST_NAME && isLetter(name.charAt(0));
        for (int i = 1; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = isLetter(c) || (c >= '0' && c <= '9') || c == '_';
        }
        return good;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static void array(JsonNode value, int level, String path, StringBuilder out) {
        out.append('[');
        int index = 0;
        for (JsonNode element : value.values()) {
            out.append(index == 0 ? "" : ",");
            write(element, level + 1, path + "[" + index + "]", out);
            index++;
        }
        out.append(']');
    }

    private static void integer(JsonNode value, String path, StringBuilder out) {
        if (!value.canConvertToLong() || Math.abs(value.longValue()) > LARGEST || value.longValue() == Long.MIN_VALUE) {
            throw refused(path, "is beyond 2^53-1; write it as a string");
        }
        out.append(value.longValue());
    }

    static void string(String value, String path, StringBuilder out) {
        if (!isAscii(value)) {
            requireForm(value, path);
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i), out);
        }
        out.append('"');
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void requireForm(String value, String path) {
        if (Encoding.utf8(value).isEmpty()) {
            throw refused(path, "holds half a surrogate pair");
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw refused(path, "is not in Unicode form NFC");
        }
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static TrailException refused(String path, String why) {
        return new TrailException("the value"
                + (path.isEmpty() ? "" : " at '" + path.substring(path.startsWith(".") ? 1 : 0) + "'") + " " + why);
    }
}
