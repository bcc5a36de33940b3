package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the nodes of a {@link RegexProgram}, from the end of the expression to its start. */
final class RegexCompiler {

    private static final int MOST_NODES = 4000;

    /** Something that the nodes can't express as Java's own matcher means it. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Alphabet alphabet;
    private final Map<Integer, CharSet> sets = new HashMap<>();
    private int made;

    RegexCompiler(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    CharSet set(int number) {
        return sets.computeIfAbsent(number, key -> new CharSet(alphabet, key));
    }

    Optional<RegexNode> compile(Regex regex) {
        try {
            return Optional.of(node(regex, new RegexNode.End()));
        } catch (Unfit e) {
            return Optional.empty();
        }
    }

    private RegexNode node(Regex regex, RegexNode next) {
        if (++made > MOST_NODES) {
            throw new Unfit();
        }
        if (regex instanceof Regex.One one) {
            return new RegexNode.One(set(one.set()), next);
        }
        if (regex instanceof Regex.Sequence sequence) {
            RegexNode entry = next;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                entry = node(sequence.parts().get(i), entry);
            }
            return entry;
        }
        if (regex instanceof Regex.Choice choice) {
            return new RegexNode.Choice(
                    choice.choices().stream().map(one -> node(one, next)).toArray(RegexNode[]::new),
                    choice.choices().stream().map(this::first).toArray(FirstChars[]::new));
        }
        if (regex instanceof Regex.Repeat repeat) {
            return repeat(repeat, next);
        }
        if (regex instanceof Regex.Capture capture) {
            RegexNode end = new RegexNode.Border(2 * capture.group() + 1, next);
            return new RegexNode.Border(2 * capture.group(), node(capture.body(), end));
        }
        if (regex instanceof Regex.Again again) {
            return new RegexNode.Again(again, next);
        }
        if (regex instanceof Regex.Look look) {
            return look(look, next);
        }
        if (regex instanceof Regex.Once once) {
            return new LookNodes.Once(node(once.body(), new LookNodes.InnerEnd(false)), next);
        }
        throw new Unfit();
    }

    private RegexNode repeat(Regex.Repeat repeat, RegexNode next) {
        if (repeat.body() instanceof Regex.One one) {
            return new RegexNode.Chars(set(one.set()), repeat, next);
        }
        if (Regex.least(repeat.body()) == 0) {
            throw new Unfit();
        }
        if (repeat.greed() == Regex.Greed.ALL) {
            Regex greedy = new Regex.Repeat(repeat.body(), repeat.least(), repeat.most(), Regex.Greed.MOST_FIRST);
            return node(new Regex.Once(greedy), next);
        }
        boolean leastFirst = repeat.greed() == Regex.Greed.LEAST_FIRST;
        RegexNode entry = next;
        if (repeat.most() == Regex.UNLIMITED) {
            RegexNode.Loop loop = new RegexNode.Loop(leastFirst, next);
            loop.repeat(node(repeat.body(), loop));
            entry = loop;
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            RegexNode more = node(repeat.body(), entry);
            entry = leastFirst
                    ? new RegexNode.Choice(
                            new RegexNode[] {next, more}, new FirstChars[] {FirstChars.ANY, first(repeat.body())})
                    : new RegexNode.Choice(
                            new RegexNode[] {more, next}, new FirstChars[] {first(repeat.body()), FirstChars.ANY});
        }
        for (int i = 0; i < repeat.least(); i++) {
            entry = node(repeat.body(), entry);
        }
        return entry;
    }

    private FirstChars first(Regex regex) {
        return FirstChars.of(regex, this::set);
    }

    private RegexNode look(Regex.Look look, RegexNode next) {
        Optional<CharSet[][]> runs = look.wanted() ? Optional.empty() : runs(look.body());
        if (runs.isPresent()) {
            return new LookNodes.Not(look.ahead(), runs.get(), next);
        }
        RegexNode body = node(look.body(), new LookNodes.InnerEnd(!look.ahead()));
        if (look.ahead()) {
            return new LookNodes.Ahead(look.wanted(), body, next);
        }
        if (Regex.most(look.body()) == Regex.UNLIMITED) {
            throw new Unfit();
        }
        return new LookNodes.Behind(look, body, next);
    }

    /** The expression as a choice of runs of single characters, if it is one. */
    private Optional<CharSet[][]> runs(Regex regex) {
        List<Regex> choices = regex instanceof Regex.Choice choice ? choice.choices() : List.of(regex);
        CharSet[][] runs = new CharSet[choices.size()][];
        for (int i = 0; i < runs.length; i++) {
            List<Regex> parts =
                    choices.get(i) instanceof Regex.Sequence sequence ? sequence.parts() : List.of(choices.get(i));
            if (!parts.stream().allMatch(Regex.One.class::isInstance)) {
                return Optional.empty();
            }
            runs[i] = parts.stream().map(part -> set(((Regex.One) part).set())).toArray(CharSet[]::new);
        }
        return Optional.of(runs);
    }
}
