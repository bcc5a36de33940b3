package org.trainingaudit.trail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verifier's own reading of canonical JSON: goes through the bytes once and takes nothing but the one form.
 *
 * <p>Knows neither the writer's code nor any library, so that a fault in those shows. An object becomes a map, an array a
 * list, a number a {@code Long}, null {@link #NULL}. Long for a class of its size, since it is a whole grammar.
 */
final class StrictJson {

    /** The value null. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final int DEEPEST = 8;
    private static final long LARGEST = 9_007_199_254_740_991L;

    private final byte[] bytes;
    private int at;

    private StrictJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Why bytes are not the one form of a value. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static Object parse(byte[] bytes) throws Refused {
        StrictJson json = new StrictJson(bytes);
        Object value = json.value(0);
        if (json.at != bytes.length) {
            throw json.refused("nothing after the value");
        }
        return value;
    }

    private Object value(int level) throws Refused {
        if (level > DEEPEST) {
            throw refused("at most " + DEEPEST + " levels");
        }
        int next = peek();
        if (next == '{') {
            return object(level);
        }
        if (next == '[') {
            return array(level);
        }
        if (next == '"') {
            return string();
        }
        if (next == '-' || (next >= '0' && next <= '9')) {
            return number();
        }
        return word();
    }

    private Map<String, Object> object(int level) throws Refused {
        Map<String, Object> members = new LinkedHashMap<>();
        String before = "";
        at++;
        if (took('}')) {
            return members;
        }
        do {
            String name = name();
            if (!before.isEmpty() && name.compareTo(before) <= 0) {
                throw refused("members in order and each once");
            }
            before = name;
            expect(':');
            members.put(name, value(level + 1));
        } while (took(','));
        expect('}');
        return members;
    }

    private String name() throws Refused {
        expect('"');
        int start = at;
        while (isNameByte(peek(), at - start)) {
            at++;
        }
        int length = at - start;
        if (length < 1 || length > 64) {
            throw refused("a member name [a-z][a-z0-9_]{0,63}");
        }
        StringBuilder name = new StringBuilder(length);
        for (int i = start; i < at; i++) {
            name.append((char) bytes[i]);
        }
        expect('"');
        return name.toString();
    }

    private static boolean isNameByte(int c, int position) {
        return (c >= 'a' && c <= 'z') || (position > 0 && ((c >= '0' && c <= '9') || c == '_'));
    }

    private List<Object> array(int level) throws Refused {
        List<Object> elements = new ArrayList<>();
        at++;
        if (took(']')) {
            return elements;
        }
        do {
            elements.add(value(level + 1));
        } while (took(','));
        expect(']');
        return elements;
    }

    private Long number() throws Refused {
        boolean negative = took('-');
        int start = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + (bytes[at] - '0');
            at++;
            if (value > LARGEST) {
                throw refused("an integer within 2^53-1");
            }
        }
        boolean leadingZero = at - start > 1 && bytes[start] == '0';
        if (at == start || leadingZero || (negative && value == 0)) {
            throw refused("a plain integer");
        }
        return negative ? -value : value;
    }

    private Object word() throws Refused {
        if (tookWord("true")) {
            return true;
        }
        if (tookWord("false")) {
            return false;
        }
        if (tookWord("null")) {
            return NULL;
        }
        throw refused("a value");
    }

    private String string() throws Refused {
        StringBuilder text = new StringBuilder();
        boolean ascii = true;
        at++;
        while (peek() != '"') {
            int code = peek() == '\\' ? escaped() : codePoint();
            ascii &= code < 0x80;
            text.appendCodePoint(code);
        }
        at++;
        String value = text.toString();
        if (!ascii && !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw refused("a string in Unicode form NFC");
        }
        return value;
    }

    /** Each of the characters that must be escaped has one escape. */
    private int escaped() throws Refused {
        at++;
        int kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\' -> kind;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw refused("one of the seven escapes");
        };
    }

    private int control() throws Refused {
        expect('0');
        expect('0');
        int code = (hex() << 4) | hex();
        boolean hasShortForm = code == '\b' || code == '\t' || code == '\n' || code == '\f' || code == '\r';
        if (code >= 0x20 || hasShortForm) {
            throw refused("no escape where none, or a shorter one, is due");
        }
        return code;
    }

    private int hex() throws Refused {
        int digit = peek();
        at++;
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'f') {
            return digit - 'a' + 10;
        }
        throw refused("a lower-case hex digit");
    }

    private int codePoint() throws Refused {
        int first = peek();
        at++;
        if (first < 0x20) {
            throw refused("an escaped control character or the end of the string");
        }
        if (first < 0x80) {
            return first;
        }
        if (first >= 0xc2 && first <= 0xdf) {
            return more(first & 0x1f, 1, 0x80);
        }
        if (first >= 0xe0 && first <= 0xef) {
            return more(first & 0x0f, 2, 0x800);
        }
        if (first >= 0xf0 && first <= 0xf4) {
            return more(first & 0x07, 3, 0x10000);
        }
        throw refused("UTF-8");
    }

    private int more(int head, int count, int least) throws Refused {
        int code = head;
        for (int i = 0; i < count; i++) {
            int next = peek();
            if ((next & 0xc0) != 0x80) {
                throw refused("UTF-8");
            }
            code = (code << 6) | (next & 0x3f);
            at++;
        }
        boolean surrogate = code >= 0xd800 && code <= 0xdfff;
        if (code < least || code > 0x10ffff || surrogate) {
            throw refused("UTF-8");
        }
        return code;
    }

    /** The next byte, or 0 at the end: no rule takes a 0. */
    private int peek() {
        return at < bytes.length ? bytes[at] & 0xff : 0;
    }

    private boolean took(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean tookWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private void expect(char wanted) throws Refused {
        if (!took(wanted)) {
            throw refused("'" + wanted + "'");
        }
    }

    private Refused refused(String expected) {
        return new Refused("not canonical JSON: at byte " + Math.min(at, bytes.length) + " expected " + expected);
    }
}
