package org.trainingaudit.detection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a value looks like before anybody asks what it means. */
enum ValueKind {
    /** No value, or one of the ways to write that there is none. */
    EMPTY,
    /** Yes or no. */
    FLAG,
    /** A whole number of one or two digits, as codes, scales and numbers of times are. */
    NUMBER,
    /** A whole number of more digits, or several with signs between them. */
    LONG_NUMBER,
    /** A number as amounts and shares are written: with a fraction, with thousands apart, with a currency or percent sign. */
    AMOUNT,
    DATE,
    URL,
    EMAIL,
    /** One run of letters and digits mixed. */
    CODE,
    /** At most a few words. */
    WORDS,
    /** A sentence or more. */
    TEXT;

    private static final Set<String> NOTHING = Set.of("null", "na", "n/a", "nan", "none", "-", "--", ".", "nil", "\\n");
    private static final Set<String> FLAGS =
            Set.of("yes", "no", "true", "false", "y", "n", "t", "f", "はい", "いいえ", "有", "無", "あり", "なし");
    private static final int LONGEST_KNOWN = Stream.concat(NOTHING.stream(), FLAGS.stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    private static final int IS_NOTHING = 1;
    private static final int IS_FLAG = 2;
    private static final WordTable KNOWN = known();
    private static final int LONGEST_FEW_WORDS = 60;
    private static final String AMOUNTS = ",$€£¥%";
    private static final int SHORT = 2;
    private static final Set<ValueKind> NUMBERS = Set.of(NUMBER, LONG_NUMBER, AMOUNT);
    private static final String DATES =
            "(?:1[89]|20)\\d{2}[-/]\\d{1,2}(?:[-/]\\d{1,2})?(?:[ tT][\\d:.]{4,15}(?:[zZ]|[+-][\\d:]{4,5})?)?"
                    + "|(?:1[89]|20)\\d{2}\\.\\d{1,2}\\.\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}(?: [\\d:]{4,8})?"
                    + "|.{2,6}年\\d{1,2}月(?:\\d{1,2}日)?";
    private static final TextPattern DATE_SHAPE =
            new TextPattern(Pattern.compile("(?:" + DATES + ")(?=[\\s\\x1C-\\x1F]*+(?![\\s\\S]))"), new Alphabet());

    private static WordTable known() {
        Map<String, Integer> known = new HashMap<>();
        NOTHING.forEach(word -> known.put(word, IS_NOTHING));
        FLAGS.forEach(word -> known.put(word, IS_FLAG));
        return new WordTable(known);
    }

    /** The kinds with all that are numbers among them where there are numbers. */
    static Set<ValueKind> withNumbers(Set<ValueKind> kinds) {
        Set<ValueKind> all = EnumSet.noneOf(ValueKind.class);
        all.addAll(kinds);
        if (kinds.contains(NUMBER)) {
            all.addAll(NUMBERS);
        }
        return Set.copyOf(all);
    }

    /** What the value looks like; the run is at the start of it. */
    static ValueKind of(FoldedText text, RegexRun run) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.at(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.at(end - 1))) {
            end--;
        }
        if (start == end) {
            return EMPTY;
        }
        int known = end - start <= LONGEST_KNOWN ? known(text, run, start, end) : 0;
        if (known != 0) {
            return known == IS_FLAG ? FLAG : EMPTY;
        }
        if (text.digits() > 0 && end - start <= 40) {
            if (mayBeDate(text, run, start, end) && DATE_SHAPE.standsAt(run, start)) {
                return DATE;
            }
            if (isNumber(text, start, end)) {
                return ofNumber(text, run, start, end);
            }
        }
        return ofWords(text, run, start, end);
    }

    private static int known(FoldedText text, RegexRun run, int start, int end) {
        if (run.isWritingDown()) {
            Stream.concat(NOTHING.stream(), FLAGS.stream()).sorted().forEach(word -> compare(run, start, end, word));
        }
        return KNOWN.marks(text.lowers(), start, end);
    }

    private static void compare(RegexRun run, int start, int end, String word) {
        boolean same = word.length() == end - start;
        for (int i = 0; same && i < word.length(); i++) {
            same = run.isAny(start + i, word.substring(i, i + 1));
        }
    }

    /** Sets of characters, each as a regular expression, that tell all that is asked here of characters beyond ASCII. */
    static List<String> askedBeyondAscii() {
        Stream<String> words = Stream.concat(NOTHING.stream(), FLAGS.stream())
                .flatMap(word -> word.chars().filter(c -> c >= 128).mapToObj(Character::toString));
        return Stream.concat(words, Stream.of("年", "月", "日", "[\\s\\x{85}\\x{2028}\\x{2029}]", "\\d"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Cheap: says no to most values before the pattern runs. */
    private static boolean mayBeDate(FoldedText text, RegexRun run, int start, int end) {
        boolean number = run.isDigit(start);
        for (int i = start + 1; i < end; i++) {
            char c = text.at(i);
            if (c == '年' || (number && (c == '-' || c == '/' || c == '.'))) {
                return true;
            }
        }
        return false;
    }

    private static ValueKind ofWords(FoldedText text, RegexRun run, int start, int end) {
        boolean spaced = false;
        boolean at = false;
        for (int i = start; i < end && !spaced; i++) {
            spaced = text.at(i) == ' ';
            at |= i > start && text.at(i) == '@';
        }
        if (!spaced && (begins(run, start, end, "http") || begins(run, start, end, "www."))) {
            return URL;
        }
        if (!spaced && at) {
            return EMAIL;
        }
        if (!spaced && text.isAscii() && text.digits() > 0) {
            return CODE;
        }
        return end - start > LONGEST_FEW_WORDS ? TEXT : WORDS;
    }

    private static boolean begins(RegexRun run, int start, int end, String with) {
        if (end - start < with.length()) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if (!run.isAny(start + i, with.substring(i, i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(FoldedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (!(c >= '0' && c <= '9') && (c == '-' ? i > start : "+.,$€£¥% ".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Of a number which kind it is; 1.0 is a code that a program has written as a number. */
    private static ValueKind ofNumber(FoldedText text, RegexRun run, int start, int end) {
        int points = 0;
        int fraction = end;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (c == '.') {
                points++;
                fraction = i + 1;
            } else if ((c < '0' || c > '9') && AMOUNTS.indexOf(c) >= 0) {
                return AMOUNT;
            }
        }
        if (points == 1 && !isZero(run, fraction, end)) {
            return AMOUNT;
        }
        return (points == 1 ? fraction - 1 : end) - start <= SHORT && points < 2 ? NUMBER : LONG_NUMBER;
    }

    private static boolean isZero(RegexRun run, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!run.isAny(i, "0")) {
                return false;
            }
        }
        return true;
    }
}
