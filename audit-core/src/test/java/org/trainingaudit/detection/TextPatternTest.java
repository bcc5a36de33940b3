package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    private static final List<String> PIECES = List.of(
            "a",
            "[ab]",
            "[^a1]",
            "\\p{L}",
            "[0-9]",
            ".",
            "1",
            "\\.",
            "人",
            "(?:ab|1-)",
            "([-.]?)a\\1",
            "(b1)",
            "(a|ab)",
            "(?i:B)",
            "(?!1)",
            "(?<!a)",
            "(?<![a-z]|1-)",
            "(?=b)",
            "(?<=a|1-)",
            "(?>a|ab)",
            "\\b",
            "[\\p{IsHan}a]",
            "(?-i:A)",
            "(?<n>a|1)",
            "(?:a|b1?)");
    private static final List<String> COUNTS =
            List.of("", "", "", "?", "+", "*?", "{2}", "{1,3}", "{2,}", "{0,30}", "++", "??", "{1,2}?");

    @Test
    void findsWhatJavaFinds() {
        Random random = new Random(29);
        int ours = 0;
        for (int round = 0; round < 3000; round++) {
            Pattern pattern = pattern(random);
            Alphabet alphabet = new Alphabet();
            TextPattern text = new TextPattern(pattern, alphabet);
            ours += text.reading()
                            .flatMap(read -> RegexProgram.of(read, alphabet))
                            .isPresent()
                    ? 1
                    : 0;
            for (int i = 0; i < 25; i++) {
                String value = text(random);
                assertThat(ours(text, value)).as("%s in '%s'", pattern, value).isEqualTo(javas(pattern, value));
            }
        }
        assertThat(ours).isGreaterThan(1500);
    }

    @Test
    void runsNearlyAllShippedPatternsItself() {
        CellReader.Engine engine = Shipped.detectors().engine();
        List<Shape> shapes = new ArrayList<>(engine.alone());
        engine.labelled().forEach(shapes::addAll);
        Alphabet alphabet = new Alphabet();
        assertThat(shapes).hasSizeGreaterThan(100);
        assertThat(shapes.stream()
                        .map(shape -> shape.pattern().pattern())
                        .filter(pattern -> RegexReader.read(pattern, alphabet)
                                .flatMap(read -> RegexProgram.of(read, alphabet))
                                .isEmpty()))
                .hasSizeLessThan(3);
    }

    @Test
    void givesUpAfterSoManySteps() {
        TextPattern ours = new TextPattern(Pattern.compile("(?:a|aa)+b"), new Alphabet());
        TextPattern javas = new TextPattern(Pattern.compile("(a|aa)+\\1$"), new Alphabet());
        RegexRun run = new RegexRun();
        for (TextPattern pattern : List.of(ours, javas)) {
            run.begin(Folding.fold("a".repeat(60) + "c"), 100_000);
            assertThat(pattern.find(run, 0)).isFalse();
            assertThat(run.isSpent()).isTrue();
        }
    }

    @Test
    void givesUpRatherThanNestTooDeep() {
        TextPattern pattern = new TextPattern(Pattern.compile("(?:ab|b)+c"), new Alphabet());
        RegexRun run = new RegexRun();
        run.begin(Folding.fold("ab".repeat(100_000)), Long.MAX_VALUE);
        assertThat(pattern.find(run, 0)).isFalse();
        assertThat(run.isSpent()).isTrue();
    }

    private static List<String> ours(TextPattern pattern, String value) {
        FoldedText text = new FoldedText(false);
        text.begin(value.length(), false);
        for (int i = 0; i < value.length(); i++) {
            text.append(value.charAt(i), i, i);
        }
        text.end(value.length(), 0, true);
        RegexRun run = new RegexRun();
        run.begin(text, 1_000_000);
        List<String> found = new ArrayList<>();
        int groups = compared(pattern.pattern());
        for (int from = 0; pattern.find(run, from); from = TextPattern.next(run)) {
            StringBuilder match = new StringBuilder();
            for (int group = 0; group <= groups; group++) {
                match.append(run.start(group))
                        .append('-')
                        .append(run.end(group))
                        .append(' ');
            }
            found.add(match.toString());
        }
        assertThat(run.isSpent()).isFalse();
        return found;
    }

    /** How many groups; what is tried only once leaves groups behind in Java's matcher when it fails. */
    private static int compared(Pattern pattern) {
        boolean once = pattern.pattern().contains("++") || pattern.pattern().contains("(?>");
        return once ? 0 : pattern.matcher("").groupCount();
    }

    private static List<String> javas(Pattern pattern, String value) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(value);
        while (matcher.find()) {
            StringBuilder match = new StringBuilder();
            for (int group = 0; group <= compared(pattern); group++) {
                match.append(matcher.start(group))
                        .append('-')
                        .append(matcher.end(group))
                        .append(' ');
            }
            found.add(match.toString());
        }
        return found;
    }

    private static Pattern pattern(Random random) {
        StringBuilder regex = new StringBuilder();
        boolean named = false;
        int opened = 0;
        for (int k = 1 + random.nextInt(5); k > 0; k--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (piece.startsWith("(?<n>") && named) {
                continue;
            }
            named |= piece.startsWith("(?<n>");
            if (piece.contains("\\1")) {
                piece = piece.replace("\\1", "\\" + (opened + 1));
            }
            opened += piece.startsWith("(?<n>") || (piece.startsWith("(") && !piece.startsWith("(?")) ? 1 : 0;
            boolean place = piece.equals("\\b") || piece.matches("\\(\\?<?[!=].*");
            regex.append(piece).append(place ? "" : COUNTS.get(random.nextInt(COUNTS.size())));
            regex.append(k > 1 && random.nextInt(8) == 0 ? "|" : "");
        }
        return Pattern.compile(regex.toString(), random.nextBoolean() ? Pattern.CASE_INSENSITIVE : 0);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append("aabbAB11.-人 ".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
