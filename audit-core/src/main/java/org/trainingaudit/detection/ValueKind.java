package org.trainingaudit.detection;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a value looks like before anybody asks what it means. */
enum ValueKind {
    /** No value, or one of the ways to write that there is none. */
    EMPTY,
    /** Yes or no. */
    FLAG,
    NUMBER,
    DATE,
    URL,
    EMAIL,
    /** One run of letters and digits mixed. */
    CODE,
    /** At most a few words. */
    WORDS,
    /** A sentence or more. */
    TEXT;

    private static final Set<String> NOTHING =
            Set.of("", "null", "na", "n/a", "nan", "none", "-", "--", ".", "nil", "\\n");
    private static final Set<String> FLAGS =
            Set.of("yes", "no", "true", "false", "y", "n", "t", "f", "はい", "いいえ", "有", "無", "あり", "なし");
    private static final int LONGEST_KNOWN = Stream.concat(NOTHING.stream(), FLAGS.stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    private static final int LONGEST_FEW_WORDS = 60;
    private static final Pattern DATE_SHAPE = Pattern.compile(
            "(?:1[89]|20)\\d{2}[-/]\\d{1,2}([-/]\\d{1,2})?([ t][\\d:.]{4,15}(z|[+-][\\d:]{4,5})?)?"
                    + "|(?:1[89]|20)\\d{2}\\.\\d{1,2}\\.\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}( [\\d:]{4,8})?|.{2,6}年\\d{1,2}月(\\d{1,2}日)?");

    static ValueKind of(FoldedText folded) {
        String text = folded.lower().strip();
        if (text.length() <= LONGEST_KNOWN && NOTHING.contains(text)) {
            return EMPTY;
        }
        if (text.length() <= LONGEST_KNOWN && FLAGS.contains(text)) {
            return FLAG;
        }
        if (folded.digits() > 0 && text.length() <= 40) {
            if (mayBeDate(text) && DATE_SHAPE.matcher(text).matches()) {
                return DATE;
            }
            if (isNumber(text)) {
                return NUMBER;
            }
        }
        return ofWords(text, folded);
    }

    /** Cheap: says no to most values before the pattern runs. */
    private static boolean mayBeDate(String text) {
        boolean number = text.charAt(0) >= '0' && text.charAt(0) <= '9';
        return text.indexOf('年') > 0
                || (number && (text.indexOf('-') > 0 || text.indexOf('/') > 0 || text.indexOf('.') > 0));
    }

    private static ValueKind ofWords(String text, FoldedText folded) {
        boolean spaced = text.indexOf(' ') >= 0;
        if (!spaced && (text.startsWith("http") || text.startsWith("www."))) {
            return URL;
        }
        if (!spaced && text.indexOf('@') > 0) {
            return EMAIL;
        }
        if (!spaced && folded.isAscii() && folded.digits() > 0) {
            return CODE;
        }
        return text.length() > LONGEST_FEW_WORDS ? TEXT : WORDS;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && (c == '-' ? i > 0 : "+.,$€£¥% ".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }
}
