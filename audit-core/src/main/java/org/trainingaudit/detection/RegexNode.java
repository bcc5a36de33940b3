package org.trainingaudit.detection;

/**
 * One place of a {@link RegexProgram}: matches from an index on, with all that follows it. Written for speed: each kind
 * knows what comes next and asks it itself. Here are those that go on in the text; {@link LookNodes} has those that look around.
 */
abstract class RegexNode {

    /** Whether it and all that follows match from there; the run then knows where the match ends. */
    abstract boolean matches(RegexRun run, int at);

    /** The end of the expression. */
    static final class End extends RegexNode {
        @Override
        boolean matches(RegexRun run, int at) {
            run.end = at;
            return true;
        }
    }

    /** A single character. */
    static final class One extends RegexNode {
        private final CharSet set;
        private final RegexNode next;

        One(CharSet set, RegexNode next) {
            this.set = set;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            return at < run.length && run.has(set, at) && next.matches(run, at + 1);
        }
    }

    /** One of several ways on, the first that leads to a match. */
    static final class Choice extends RegexNode {
        private final RegexNode[] choices;
        private final FirstChars[] firsts;

        /** With what each of them can begin with. */
        Choice(RegexNode[] choices, FirstChars[] firsts) {
            this.choices = choices;
            this.firsts = firsts;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            if (!run.down()) {
                return false;
            }
            for (int i = 0; i < choices.length; i++) {
                boolean mayBe = at < run.length ? run.mayBe(firsts[i], at) : firsts[i].open();
                if (mayBe && choices[i].matches(run, at)) {
                    run.up();
                    return true;
                }
            }
            run.up();
            return false;
        }
    }

    /** A repetition of single characters. */
    static final class Chars extends RegexNode {
        private final CharSet set;
        private final int least;
        private final int most;
        private final Regex.Greed greed;
        private final RegexNode next;

        Chars(CharSet set, Regex.Repeat repeat, RegexNode next) {
            this.set = set;
            this.least = repeat.least();
            this.most = repeat.most() == Regex.UNLIMITED ? Integer.MAX_VALUE : repeat.most();
            this.greed = repeat.greed();
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            if (greed == Regex.Greed.LEAST_FIRST) {
                return leastFirst(run, at);
            }
            int there = count(run, at, most);
            if (there < least) {
                return false;
            }
            if (greed == Regex.Greed.ALL) {
                return next.matches(run, at + there);
            }
            for (int i = there; i >= least; i--) {
                if (next.matches(run, at + i)) {
                    return true;
                }
                if (!run.step()) {
                    return false;
                }
            }
            return false;
        }

        private boolean leastFirst(RegexRun run, int at) {
            int i = count(run, at, least);
            if (i < least) {
                return false;
            }
            while (run.step()) {
                if (next.matches(run, at + i)) {
                    return true;
                }
                if (i == most || at + i == run.length || !run.has(set, at + i)) {
                    return false;
                }
                i++;
            }
            return false;
        }

        private int count(RegexRun run, int at, int limit) {
            int to = (int) Math.min(run.length, (long) at + limit);
            int i = at;
            while (i < to && run.has(set, i)) {
                i++;
            }
            return i - at;
        }
    }

    /** An unlimited repetition; what is repeated goes on here again. */
    static final class Loop extends RegexNode {
        private final boolean leastFirst;
        private final RegexNode next;
        private RegexNode body;

        Loop(boolean leastFirst, RegexNode next) {
            this.leastFirst = leastFirst;
            this.next = next;
            this.body = next;
        }

        void repeat(RegexNode repeated) {
            body = repeated;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            if (!run.down()) {
                return false;
            }
            boolean matches = leastFirst
                    ? next.matches(run, at) || body.matches(run, at)
                    : body.matches(run, at) || next.matches(run, at);
            run.up();
            return matches;
        }
    }

    /** Remembers one end of a group. */
    static final class Border extends RegexNode {
        private final int slot;
        private final RegexNode next;

        Border(int slot, RegexNode next) {
            this.slot = slot;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            int before = run.groups[slot];
            run.groups[slot] = at;
            if (next.matches(run, at)) {
                return true;
            }
            run.groups[slot] = before;
            return false;
        }
    }

    /** What a group matched, once more. */
    static final class Again extends RegexNode {
        private final int group;
        private final boolean anyCase;
        private final RegexNode next;

        Again(Regex.Again again, RegexNode next) {
            this.group = again.group();
            this.anyCase = again.anyCase();
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            int start = run.start(group);
            int size = run.end(group) - start;
            if (start < 0 || size < 0 || at + size > run.length) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                if (!run.isSame(start + i, at + i, anyCase)) {
                    return false;
                }
            }
            return next.matches(run, at + size);
        }
    }
}
