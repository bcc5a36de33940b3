package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Regular expressions as a net of nodes, after Thompson. Large counts are rounded so that the net stays small and matches
 * more rather than less.
 */
final class RegexNet {

    /** What a node does. */
    enum Kind {
        /** Lets one character of its set pass. */
        ONE,
        /** Goes on in two places. */
        SPLIT,
        /** Goes on if the character before isn't forbidden. */
        BEFORE,
        /** Goes on if the character after isn't forbidden. */
        AHEAD,
        /** The expression matches. */
        DONE
    }

    /**
     * A node.
     *
     * @param forbidden sets of which no character may stand beside the place
     * @param forbiddenRuns several sets each, of which no characters may stand there one after the other; whoever can't tell
     *     may let them pass
     */
    record Node(
            Kind kind,
            int owner,
            int set,
            List<Integer> forbidden,
            List<List<Integer>> forbiddenRuns,
            int next,
            int other) {}

    private static final int LARGEST_COUNT = 24;
    private static final int MOST_OPTIONAL = 8;
    private static final int MOST_NODES = 4000;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    /** Whether the expression could be added: not if it is too large. */
    boolean add(Regex regex, int owner) {
        int size = nodes.size();
        int start = enter(regex, node(Kind.DONE, owner, 0, 0, 0), owner, size + MOST_NODES);
        if (start < 0) {
            nodes.subList(size, nodes.size()).clear();
            return false;
        }
        starts.add(start);
        return true;
    }

    Node[] nodes() {
        return nodes.toArray(Node[]::new);
    }

    int[] starts() {
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private int node(Kind kind, int owner, int set, int next, int other) {
        nodes.add(new Node(kind, owner, set, List.of(), List.of(), next, other));
        return nodes.size() - 1;
    }

    /** Where to enter so as to match the expression and then go on at the node; negative if that grows too large. */
    private int enter(Regex regex, int next, int owner, int limit) {
        if (next < 0 || nodes.size() > limit) {
            return -1;
        }
        if (regex instanceof Regex.One one) {
            return node(Kind.ONE, owner, one.set(), next, 0);
        }
        if (regex instanceof Regex.Sequence sequence) {
            int entry = next;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                entry = enter(sequence.parts().get(i), entry, owner, limit);
            }
            return entry;
        }
        if (regex instanceof Regex.Choice choice) {
            return choice(choice, next, owner, limit);
        }
        if (regex instanceof Regex.Repeat repeat) {
            return repeat(repeat, next, owner, limit);
        }
        if (regex instanceof Regex.Look look) {
            return guard(look, next, owner);
        }
        return inner(regex).map(body -> enter(body, next, owner, limit)).orElse(next);
    }

    /** What matters of groups; empty for a mere place, which is let pass. */
    private static Optional<Regex> inner(Regex regex) {
        if (regex instanceof Regex.Capture capture) {
            return Optional.of(capture.body());
        }
        if (regex instanceof Regex.Again again) {
            return Optional.of(again.body());
        }
        return regex instanceof Regex.Once once ? Optional.of(once.body()) : Optional.empty();
    }

    /** Of what must not stand there, only characters can be told, one or several; the rest is let pass. */
    private int guard(Regex.Look look, int next, int owner) {
        if (look.wanted()) {
            return next;
        }
        List<Regex> choices = look.body() instanceof Regex.Choice choice ? choice.choices() : List.of(look.body());
        List<Integer> forbidden = new ArrayList<>();
        List<List<Integer>> runs = new ArrayList<>();
        for (Regex one : choices) {
            if (one instanceof Regex.One single) {
                forbidden.add(single.set());
            } else if (one instanceof Regex.Sequence run
                    && run.parts().stream().allMatch(Regex.One.class::isInstance)) {
                runs.add(run.parts().stream()
                        .map(part -> ((Regex.One) part).set())
                        .toList());
            }
        }
        if (forbidden.isEmpty() && runs.isEmpty()) {
            return next;
        }
        nodes.add(new Node(look.ahead() ? Kind.AHEAD : Kind.BEFORE, owner, 0, forbidden, runs, next, 0));
        return nodes.size() - 1;
    }

    private int choice(Regex.Choice choice, int next, int owner, int limit) {
        int entry = enter(choice.choices().get(0), next, owner, limit);
        for (Regex one : choice.choices().subList(1, choice.choices().size())) {
            int other = enter(one, next, owner, limit);
            if (other < 0 || entry < 0) {
                return -1;
            }
            entry = node(Kind.SPLIT, owner, 0, entry, other);
        }
        return entry;
    }

    private int repeat(Regex.Repeat repeat, int next, int owner, int limit) {
        int least = Math.min(repeat.least(), LARGEST_COUNT);
        boolean open = repeat.most() == Regex.UNLIMITED
                || repeat.most() - repeat.least() > MOST_OPTIONAL
                || least < repeat.least();
        int entry = open ? loop(repeat.body(), next, owner, limit) : next;
        for (int i = repeat.least(); !open && i < repeat.most(); i++) {
            int body = enter(repeat.body(), entry, owner, limit);
            entry = body < 0 ? -1 : node(Kind.SPLIT, owner, 0, body, next);
        }
        for (int i = 0; i < least; i++) {
            entry = enter(repeat.body(), entry, owner, limit);
        }
        return entry;
    }

    private int loop(Regex body, int next, int owner, int limit) {
        int split = node(Kind.SPLIT, owner, 0, next, next);
        int entry = enter(body, split, owner, limit);
        nodes.set(split, new Node(Kind.SPLIT, owner, 0, List.of(), List.of(), next, entry < 0 ? next : entry));
        return entry < 0 ? -1 : split;
    }
}
