package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rules over {@link ThirtyFacts} from a seed, each a tree of a few leaves, in every language that is measured: the same
 * tree as a condition of ours, as Java, as DRL and as CEL.
 */
final class RandomRules {

    static final int NUMBERS = 1000;
    private static final int WORDS = 8;

    /** One condition in four languages. */
    record Rule(String ours, String java, String drl, String cel) {}

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    static String word(Random random) {
        return "w" + random.nextInt(WORDS);
    }

    static List<String> words() {
        return IntStream.range(0, WORDS).mapToObj(i -> "w" + i).toList();
    }

    /** The names of all facts. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("s", "n", "b", "l")) {
            int count = kind.equals("s") || kind.equals("n") ? 10 : 5;
            IntStream.range(0, count).forEach(i -> names.add(kind + i));
        }
        return names;
    }

    List<Rule> rules(int count) {
        return IntStream.range(0, count).mapToObj(i -> all()).toList();
    }

    /** Two to four parts that all have to hold, one of them a choice of two. */
    private Rule all() {
        List<Rule> parts = new ArrayList<>();
        int leaves = 1 + random.nextInt(3);
        for (int i = 0; i < leaves; i++) {
            parts.add(leaf());
        }
        parts.add(any());
        return join("all", " && ", parts);
    }

    private Rule any() {
        return join("any", " || ", List.of(leaf(), leaf()));
    }

    private static Rule join(String word, String sign, List<Rule> parts) {
        return new Rule(
                "{" + word + ": [" + joined(parts, Rule::ours, ", ") + "]}",
                "(" + joined(parts, Rule::java, sign) + ")",
                "(" + joined(parts, Rule::drl, sign) + ")",
                "(" + joined(parts, Rule::cel, sign) + ")");
    }

    private static String joined(List<Rule> parts, Function<Rule, String> language, String sign) {
        return parts.stream().map(language).collect(Collectors.joining(sign));
    }

    private Rule leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> text("s" + random.nextInt(10), word(random));
            case 1 -> oneOf("s" + random.nextInt(10), word(random), word(random), word(random));
            case 2 -> number("n" + random.nextInt(10), "atLeast", ">=", random.nextInt(NUMBERS / 2));
            case 3 -> number("n" + random.nextInt(10), "atMost", "<=", NUMBERS / 2 + random.nextInt(NUMBERS / 2));
            case 4 -> answer("b" + random.nextInt(5), random.nextBoolean());
            default -> has("l" + random.nextInt(5), word(random));
        };
    }

    private static Rule text(String fact, String word) {
        return new Rule(
                "{%s: %s}".formatted(fact, word),
                "u.%s.equals(\"%s\")".formatted(fact, word),
                "%s == \"%s\"".formatted(fact, word),
                "%s == \"%s\"".formatted(fact, word));
    }

    private static Rule oneOf(String fact, String... words) {
        List<String> each = List.of(words).stream().distinct().toList();
        String quoted = each.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        return new Rule(
                "{%s: [%s]}".formatted(fact, String.join(", ", each)),
                each.stream()
                        .map(word -> "u.%s.equals(\"%s\")".formatted(fact, word))
                        .collect(Collectors.joining(" || ", "(", ")")),
                "%s in (%s)".formatted(fact, quoted),
                "%s in [%s]".formatted(fact, quoted));
    }

    private static Rule number(String fact, String ours, String sign, int limit) {
        return new Rule(
                "{%s: {%s: %d}}".formatted(fact, ours, limit),
                "u.%s %s %dL".formatted(fact, sign, limit),
                "%s %s %d".formatted(fact, sign, limit),
                "%s %s %d".formatted(fact, sign, limit));
    }

    private static Rule answer(String fact, boolean wanted) {
        return new Rule(
                "{%s: %s}".formatted(fact, wanted),
                wanted ? "u." + fact : "!u." + fact,
                "%s == %s".formatted(fact, wanted),
                "%s == %s".formatted(fact, wanted));
    }

    private static Rule has(String fact, String word) {
        return new Rule(
                "{%s: {has: %s}}".formatted(fact, word),
                "u.%s.contains(\"%s\")".formatted(fact, word),
                "%s contains \"%s\"".formatted(fact, word),
                "\"%s\" in %s".formatted(word, fact));
    }
}
