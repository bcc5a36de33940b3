package org.trainingaudit.detection;

/** Places of a {@link RegexProgram} that ask what stands around them, or go into a part of the expression by itself. */
final class LookNodes {

    private LookNodes() {}

    /** None of some short runs of characters stands right before, or right after, the place. */
    static final class Not extends RegexNode {
        private final boolean ahead;
        private final CharSet[][] runs;
        private final RegexNode next;

        Not(boolean ahead, CharSet[][] runs, RegexNode next) {
            this.ahead = ahead;
            this.runs = runs;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            for (CharSet[] sets : runs) {
                int from = ahead ? at : at - sets.length;
                if (from >= 0 && from + sets.length <= run.length && stands(run, from, sets)) {
                    return false;
                }
            }
            return next.matches(run, at);
        }

        private static boolean stands(RegexRun run, int from, CharSet[] sets) {
            for (int i = 0; i < sets.length; i++) {
                if (!run.has(sets[i], from + i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What the body of something that looks around or goes in only once ends with. */
    static final class InnerEnd extends RegexNode {
        private final boolean behind;

        InnerEnd(boolean behind) {
            this.behind = behind;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            run.end = at;
            return !behind || at == run.lookedBehindTo;
        }
    }

    /** Its body stands right after the place, or doesn't where it isn't wanted. */
    static final class Ahead extends RegexNode {
        private final boolean wanted;
        private final RegexNode body;
        private final RegexNode next;

        Ahead(boolean wanted, RegexNode body, RegexNode next) {
            this.wanted = wanted;
            this.body = body;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            int[] before = run.keepGroups();
            if (body.matches(run, at) == wanted && !run.isSpent() && next.matches(run, at)) {
                return true;
            }
            run.takeBack(before);
            return false;
        }
    }

    /** The same right before the place. */
    static final class Behind extends RegexNode {
        private final boolean wanted;
        private final int least;
        private final int most;
        private final RegexNode body;
        private final RegexNode next;

        Behind(Regex.Look look, RegexNode body, RegexNode next) {
            this.wanted = look.wanted();
            this.least = Regex.least(look.body());
            this.most = Regex.most(look.body());
            this.body = body;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            int outer = run.lookedBehindTo;
            int[] before = run.keepGroups();
            run.lookedBehindTo = at;
            boolean stands = false;
            for (int from = at - least; !stands && from >= Math.max(0, at - most); from--) {
                stands = body.matches(run, from);
            }
            run.lookedBehindTo = outer;
            if (stands == wanted && !run.isSpent() && next.matches(run, at)) {
                return true;
            }
            run.takeBack(before);
            return false;
        }
    }

    /** Goes into its body once; what follows can't make it try again. */
    static final class Once extends RegexNode {
        private final RegexNode body;
        private final RegexNode next;

        Once(RegexNode body, RegexNode next) {
            this.body = body;
            this.next = next;
        }

        @Override
        boolean matches(RegexRun run, int at) {
            int[] before = run.keepGroups();
            if (body.matches(run, at) && next.matches(run, run.end)) {
                return true;
            }
            run.takeBack(before);
            return false;
        }
    }
}
