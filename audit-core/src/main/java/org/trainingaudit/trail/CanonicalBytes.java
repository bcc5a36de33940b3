package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;

/**
 * Going over canonical JSON byte by byte: where a value ends, and what a text says. Read for every entry of a trail, and so
 * without a tree or a copy; bytes that aren't canonical are told apart before they come here.
 */
final class CanonicalBytes {

    private static final int BRACE = '{' ^ '[';

    private CanonicalBytes() {}

    /** The end of the value that starts at a place. */
    static int skip(byte[] bytes, int start) {
        return switch (bytes[start]) {
            case '"' -> afterQuote(bytes, start + 1);
            case '{', '[' -> afterBracket(bytes, start);
            default -> afterWord(bytes, start);
        };
    }

    /** An opening bracket and brace differ in one bit, and so do the closing ones. */
    private static int afterBracket(byte[] bytes, int start) {
        int depth = 0;
        int at = start;
        while (true) {
            byte next = bytes[at];
            if (next == '"') {
                at = afterQuote(bytes, at + 1);
                continue;
            }
            int kind = next & ~BRACE;
            depth += kind == '[' ? 1 : kind == ']' ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
    }

    private static int afterQuote(byte[] bytes, int start) {
        int at = start;
        while (true) {
            at = Skim.plain(bytes, at, bytes.length);
            switch (bytes[at]) {
                case '"' -> {
                    return at + 1;
                }
                case '\\' -> at += 2;
                default -> at++;
            }
        }
    }

    private static int afterWord(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
            at++;
        }
        return at;
    }

    /** The text between quotes at these places. */
    static String decoded(byte[] bytes, int start, int end) {
        return isEscaped(bytes, start, end)
                ? unescaped(bytes, start, end)
                : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static boolean isEscaped(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static String unescaped(byte[] bytes, int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte next = bytes[i];
            if (next == '\\') {
                i++;
                next = switch (bytes[i]) {
                    case 'b' -> '\b';
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'f' -> '\f';
                    case 'r' -> '\r';
                    case 'u' -> {
                        i += 4;
                        yield (byte) ((Character.digit(bytes[i - 1], 16) << 4) | Character.digit(bytes[i], 16));
                    }
                    default -> bytes[i];
                };
            }
            plain[length++] = next;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }
}
