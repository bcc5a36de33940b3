package org.trainingaudit.dataset;

import java.nio.CharBuffer;
import java.util.Optional;

/** Tells encodings of Japanese, Korean and simplified Chinese apart, each by a mark that others don't bear. */
final class EastAsianBytes {

    /** Characters that only simplified Chinese has, frequent in names, places and forms. */
    private static final String SIMPLIFIED =
            "张陈刘赵杨吴孙马罗郑谢韩冯邓许叶苏吕卢蒋贾钟谭邹陆龙万顾钱汤医药诊断岁电话号码邮编县乡镇区东华国广门庆贵肃宁" + "个们这为说对时来经发会学过动长见业产员务历汉银险证";

    private final StrictText text;
    private final byte[] bytes;

    EastAsianBytes(byte[] bytes) {
        this.text = new StrictText(bytes);
        this.bytes = bytes;
    }

    /** The one by whose mark it's told; nothing where it bears none. */
    Optional<Encoding> encoding() {
        if (isCp932()) {
            return Optional.of(Encoding.CP932);
        }
        if (isEucJp()) {
            return Optional.of(Encoding.EUC_JP);
        }
        if (isEucKr()) {
            return Optional.of(Encoding.EUC_KR);
        }
        if (isJapaneseWithoutKana()) {
            return Optional.of(Encoding.EUC_JP);
        }
        return isGb18030() ? Optional.of(Encoding.GB18030) : Optional.empty();
    }

    /** Nearly all lead bytes of Japanese text in CP932 are 0x81 to 0x9F, which other encodings leave to controls. */
    private boolean isCp932() {
        if (text.in(Encoding.CP932).isEmpty()) {
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
        Optional<CharBuffer> read = text.in(Encoding.EUC_JP);
        long japanese =
                read.map(t -> t.chars().filter(c -> c >= 0x3000).count()).orElse(0L);
        long kana =
                read.map(t -> t.chars().filter(EastAsianBytes::isKana).count()).orElse(0L);
        return japanese >= 3 && 10 * kana >= japanese;
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
        return hangul >= 3 && 20 * others <= hangul && text.in(Encoding.EUC_KR).isPresent();
    }

    /** Lists of names and addresses may have hardly any kana. */
    private boolean isJapaneseWithoutKana() {
        return text.in(Encoding.EUC_JP)
                .filter(read -> CommonCharacters.areJapanese(read, text.in(Encoding.GB18030)))
                .isPresent();
    }

    private boolean isGb18030() {
        Optional<CharBuffer> read = text.in(Encoding.GB18030);
        long chinese = read.map(t -> t.chars().filter(c -> c >= 0x80).count()).orElse(0L);
        long simplified = read.map(
                        t -> t.chars().filter(c -> SIMPLIFIED.indexOf(c) >= 0).count())
                .orElse(0L);
        return chinese >= 6 && 20 * simplified >= chinese && text.isText(Encoding.GB18030);
    }

    private static boolean isKana(int c) {
        return (c >= 0x3041 && c <= 0x30FE) || (c >= 0xFF66 && c <= 0xFF9F);
    }
}
