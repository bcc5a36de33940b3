package org.trainingaudit.dataset;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tells a file's encoding by its beginning, and refuses where it can't: a wrong guess would hide what stands in the file.
 *
 * <p>UTF-8 is taken unless hardly any line that is more than ASCII is valid in it. Each other encoding must decode the
 * whole beginning, and bear its own mark: for CP932 lead bytes that no other common encoding uses, for EUC-JP kana or
 * what Japanese forms and registers are full of, for Polish ł with ą, ś or ź, for Latin-1 single accented letters within words, for ISO-2022-JP its escapes, for UTF-16 without a mark zero bytes at every
 * other place, for EUC-KR the rows of Hangul alone, for GB18030 characters of simplified Chinese.
 */
final class EncodingSniffer {

    /** So many lines of accented letters are no accident. */
    private static final int SOME_LINES = 3;

    private final byte[] bytes;
    private final StrictText text;

    private EncodingSniffer(byte[] bytes) {
        this.bytes = bytes;
        this.text = new StrictText(bytes);
    }

    /**
     * The encoding of a file that begins so.
     *
     * @param whole whether that is the whole file
     * @throws RefusedException where none can be told
     */
    static Encoding sniff(byte[] prefix, boolean whole) {
        Optional<Encoding> marked = byMark(prefix);
        return marked.orElseGet(() -> new EncodingSniffer(whole ? prefix : wholeLines(prefix)).byContent());
    }

    private static Optional<Encoding> byMark(byte[] b) {
        if (begins(b, 0xFF, 0xFE, 0, 0) || begins(b, 0, 0, 0xFE, 0xFF)) {
            throw new RefusedException(Refusal.refused("the encoding is UTF-32; save it as UTF-8"));
        }
        if (begins(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(Encoding.UTF_8_MARKED);
        }
        if (begins(b, 0xFF, 0xFE)) {
            return Optional.of(Encoding.UTF_16_LE);
        }
        return begins(b, 0xFE, 0xFF) ? Optional.of(Encoding.UTF_16_BE) : Optional.empty();
    }

    /** Whether it begins with the byte order mark of UTF-8. */
    static boolean isUtf8Mark(byte[] bytes) {
        return begins(bytes, 0xEF, 0xBB, 0xBF);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] wholeLines(byte[] prefix) {
        int end = prefix.length;
        while (end > 0 && prefix[end - 1] != '\n' && prefix[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(prefix, end == 0 ? prefix.length : end);
    }

    private Encoding byContent() {
        Lines lines = new Lines(bytes);
        Optional<Encoding> other = lines.nuls > 0 ? utf16() : iso2022();
        if (other.isPresent()) {
            return other.get();
        }
        if (4L * lines.nuls >= bytes.length && lines.nuls > 0) {
            throw new RefusedException(Refusal.refused(
                    "a quarter of the bytes or more is NUL, as in binary content or UTF-16 without a byte"
                            + " order mark; save it as UTF-8"));
        }
        if (lines.invalid == 0 || lines.valid * 10 >= lines.valid + lines.invalid) {
            return Encoding.UTF_8;
        }
        Optional<Encoding> old = new EastAsianBytes(bytes)
                .encoding()
                .or(() -> new PolishLetters(bytes).encoding().filter(text::isText))
                .or(() -> latin1(lines));
        if (old.isPresent()) {
            return old.get();
        }
        if (2 * lines.invalid <= lines.all) {
            return Encoding.UTF_8;
        }
        throw new RefusedException(
                Refusal.refused("the encoding can't be told: not UTF-8, and not surely CP932, EUC-JP, EUC-KR, GB18030,"
                        + " windows-1250, ISO-8859-2 or Latin-1;"
                        + " save it as UTF-8"));
    }

    private Optional<Encoding> latin1(Lines lines) {
        boolean told = lines.invalid >= SOME_LINES && new WesternLetters(bytes).areIn();
        return told ? Optional.of(Encoding.LATIN_1) : Optional.empty();
    }

    /** How many lines there are, and how many of those with more than ASCII are valid UTF-8. */
    private static final class Lines {
        private long all;
        private long valid;
        private long invalid;
        private long nuls;

        Lines(byte[] bytes) {
            int start = 0;
            boolean ascii = true;
            for (int i = 0; i <= bytes.length; i++) {
                if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
                    add(bytes, start, i, ascii);
                    start = i + 1;
                    ascii = true;
                } else {
                    ascii &= bytes[i] >= 0;
                    nuls += bytes[i] == 0 ? 1 : 0;
                }
            }
        }

        private void add(byte[] bytes, int from, int to, boolean ascii) {
            all += to > from ? 1 : 0;
            if (!ascii && Utf8.isValid(bytes, from, to)) {
                valid++;
            } else if (!ascii) {
                invalid++;
            }
        }
    }

    /** Without a mark it shows by line ends, commas and the like, whose zero bytes all stand at even or all at odd places. */
    private Optional<Encoding> utf16() {
        long[] nuls = new long[2];
        for (int i = 0; i < bytes.length; i++) {
            nuls[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        long all = nuls[0] + nuls[1];
        Encoding encoding = nuls[1] > nuls[0] ? Encoding.UTF_16_LE_BARE : Encoding.UTF_16_BE_BARE;
        boolean onOneSide = 50 * Math.min(nuls[0], nuls[1]) <= all && 50 * all >= bytes.length;
        byte[] even = Arrays.copyOf(bytes, bytes.length & ~1);
        EncodingSniffer pairs = new EncodingSniffer(even);
        return onOneSide && pairs.text.isText(encoding) && pairs.hasItsLineEnds(encoding)
                ? Optional.of(encoding)
                : Optional.empty();
    }

    /** Whether every byte that looks like a line end is part of one. */
    private boolean hasItsLineEnds(Encoding encoding) {
        long told = text.in(encoding)
                .map(t -> t.chars().filter(c -> c == '\n').count())
                .orElse(0L);
        long bare = 0;
        for (byte b : bytes) {
            bare += b == '\n' ? 1 : 0;
        }
        return told > 0 && 10 * told >= 9 * bare;
    }

    /** Seven bits a byte, with escapes that switch to Japanese. */
    private Optional<Encoding> iso2022() {
        int switches = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return Optional.empty();
            }
            boolean escape = bytes[i] == 0x1B && i + 2 < bytes.length && bytes[i + 1] == '$';
            switches += escape && (bytes[i + 2] == 'B' || bytes[i + 2] == '@') ? 1 : 0;
        }
        return switches > 0 && text.in(Encoding.ISO_2022_JP).isPresent()
                ? Optional.of(Encoding.ISO_2022_JP)
                : Optional.empty();
    }
}
