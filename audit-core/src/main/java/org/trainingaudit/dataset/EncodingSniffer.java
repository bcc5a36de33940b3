package org.trainingaudit.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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

    private final byte[] bytes;

    private EncodingSniffer(byte[] bytes) {
        this.bytes = bytes;
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
        return java.util.Arrays.copyOf(prefix, end == 0 ? prefix.length : end);
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
        if (isCp932()) {
            return Encoding.CP932;
        }
        if (isEucJp()) {
            return Encoding.EUC_JP;
        }
        if (isEucKr()) {
            return Encoding.EUC_KR;
        }
        if (isJapaneseWithoutKana()) {
            return Encoding.EUC_JP;
        }
        if (isGb18030()) {
            return Encoding.GB18030;
        }
        Optional<Encoding> polish = new PolishLetters(bytes).encoding();
        if (polish.isPresent() && isText(polish.get())) {
            return polish.get();
        }
        if (isLatin1(lines)) {
            return Encoding.LATIN_1;
        }
        if (2 * lines.invalid <= lines.all) {
            return Encoding.UTF_8;
        }
        throw new RefusedException(
                Refusal.refused("the encoding can't be told: not UTF-8, and not surely CP932, EUC-JP, EUC-KR, GB18030,"
                        + " windows-1250, ISO-8859-2 or Latin-1;"
                        + " save it as UTF-8"));
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
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length & ~1);
        EncodingSniffer pairs = new EncodingSniffer(even);
        return onOneSide && pairs.isText(encoding) && pairs.hasItsLineEnds(encoding)
                ? Optional.of(encoding)
                : Optional.empty();
    }

    /** Whether it decodes to text, with hardly a character that no text has. */
    private boolean isText(Encoding encoding) {
        Optional<CharBuffer> text = decoded(encoding);
        long strange = text.map(t -> t.chars().filter(EncodingSniffer::isNoText).count())
                .orElse(0L);
        return text.isPresent() && 100 * strange <= text.get().length();
    }

    /** Whether every byte that looks like a line end is part of one. */
    private boolean hasItsLineEnds(Encoding encoding) {
        long told = decoded(encoding)
                .map(t -> t.chars().filter(c -> c == '\n').count())
                .orElse(0L);
        long bare = 0;
        for (byte b : bytes) {
            bare += b == '\n' ? 1 : 0;
        }
        return told > 0 && 10 * told >= 9 * bare;
    }

    private static boolean isNoText(int c) {
        return (Character.isISOControl(c) && !Character.isWhitespace(c))
                || Character.getType(c) == Character.UNASSIGNED
                || Character.getType(c) == Character.PRIVATE_USE;
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
        return switches > 0 && decoded(Encoding.ISO_2022_JP).isPresent()
                ? Optional.of(Encoding.ISO_2022_JP)
                : Optional.empty();
    }

    /** Hangul have the lead bytes 0xB0 to 0xC8 for themselves; Chinese and Japanese text goes far beyond. */
    private boolean isEucKr() {
        int hangul = 0;
        int others = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0x80) {
                hangul += b >= 0xB0 && b <= 0xC8 ? 1 : 0;
                others += b < 0xA1 || b > 0xC8 ? 1 : 0;
                i++;
            }
        }
        return hangul >= 3 && 20 * others <= hangul && decoded(Encoding.EUC_KR).isPresent();
    }

    /** Characters that only simplified Chinese has, frequent in names, places and forms. */
    private static final String SIMPLIFIED =
            "张陈刘赵杨吴孙马罗郑谢韩冯邓许叶苏吕卢蒋贾钟谭邹陆龙万顾钱汤医药诊断岁电话号码邮编县乡镇区东华国广门庆贵肃宁" + "个们这为说对时来经发会学过动长见业产员务历汉银险证";

    private boolean isGb18030() {
        Optional<CharBuffer> text = decoded(Encoding.GB18030);
        long chinese = text.map(t -> t.chars().filter(c -> c >= 0x80).count()).orElse(0L);
        long simplified = text.map(
                        t -> t.chars().filter(c -> SIMPLIFIED.indexOf(c) >= 0).count())
                .orElse(0L);
        return chinese >= 6 && 20 * simplified >= chinese && isText(Encoding.GB18030);
    }

    private Optional<CharBuffer> decoded(Encoding encoding) {
        try {
            return Optional.of(encoding.charset().newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Nearly all lead bytes of Japanese text in CP932 are 0x81 to 0x9F, which other encodings leave to controls. */
    private boolean isCp932() {
        if (decoded(Encoding.CP932).isEmpty()) {
            return false;
        }
        int low = 0;
        int high = 0;
        int half = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xA1 && b <= 0xDF) {
                half++;
            } else if (b >= 0x81) {
                low += b <= 0x9F ? 1 : 0;
                high += b >= 0xE0 ? 1 : 0;
                i++;
            }
        }
        return low >= 3 && low >= 4 * high && half <= 2 * (low + high);
    }

    /** Kana have rows of their own, by which Japanese text differs from Chinese and Korean in the same scheme. */
    private boolean isEucJp() {
        Optional<CharBuffer> text = decoded(Encoding.EUC_JP);
        long japanese =
                text.map(t -> t.chars().filter(c -> c >= 0x3000).count()).orElse(0L);
        long kana =
                text.map(t -> t.chars().filter(EncodingSniffer::isKana).count()).orElse(0L);
        return japanese >= 3 && 10 * kana >= japanese;
    }

    /** Lists of names and addresses may have hardly any kana. */
    private boolean isJapaneseWithoutKana() {
        return decoded(Encoding.EUC_JP)
                .filter(text -> CommonCharacters.areJapanese(text, decoded(Encoding.GB18030)))
                .isPresent();
    }

    private static boolean isKana(int c) {
        return (c >= 0x3041 && c <= 0x30FE) || (c >= 0xFF66 && c <= 0xFF9F);
    }

    /** Accented letters stand alone between plain letters, in at least three lines; what else there is are quotes, dashes. */
    private boolean isLatin1(Lines lines) {
        if (lines.invalid < 3 || decoded(Encoding.LATIN_1).isEmpty()) {
            return false;
        }
        int letters = 0;
        int strange = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0xC0 && b != 0xD7 && b != 0xF7 && isAscii(i - 1) && isAscii(i + 1) && isLetter(i - 1, i + 1)) {
                letters++;
            } else if (b >= 0x80 && isStrange(b, i)) {
                strange++;
            }
        }
        return letters >= 3 && letters >= 20 * strange;
    }

    private boolean isStrange(int b, int i) {
        boolean mark = b == 0x80 || b == 0x85 || (b >= 0x91 && b <= 0x97) || (b >= 0xA0 && b <= 0xBF);
        return !mark || (b >= 0xA0 && isLetterAt(i - 1) && isLetterAt(i + 1));
    }

    private boolean isAscii(int i) {
        return i < 0 || i >= bytes.length || bytes[i] >= 0;
    }

    private boolean isLetter(int before, int after) {
        return isLetterAt(before) || isLetterAt(after);
    }

    private boolean isLetterAt(int i) {
        return i >= 0 && i < bytes.length && Character.isLetter(bytes[i]) && bytes[i] > 0;
    }
}
