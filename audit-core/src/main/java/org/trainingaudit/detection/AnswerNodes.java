package org.trainingaudit.detection;

import java.util.Arrays;

/**
 * The questions of many {@link AnswerTree trees}, in room that is limited for all of them together: when it is used up, all
 * trees begin anew. For one thread.
 */
final class AnswerNodes {

    /** Where a tree leads that doesn't know how to go on; what is below leads to an answer, what is above to a question. */
    static final int UNKNOWN = 0;

    private static final int FEW = 256;

    private final int most;

    /** Of a question about a character its place, of one about a value its start and end, of one about digits how many. */
    private int[] places = new int[FEW];

    /** The number under which a check is asked, or what else is, as {@link Questions} has it. */
    private int[] checks = new int[FEW];

    private long[] lows = new long[FEW];
    private long[] highs = new long[FEW];

    /** Two for each question, for no and for yes. */
    private int[] next = new int[2 * FEW];

    private int count = 1;
    private int generation;

    /** Tells of a text what its characters one by one don't. */
    interface Asked {
        /** The most digits that stand together. */
        int together();

        int digits();

        /** Whether the value there passes the check of that number. */
        boolean passes(int check, int start, int end);
    }

    /** Room for so many questions. */
    AnswerNodes(int most) {
        this.most = most;
    }

    /** Goes up whenever all trees have to begin anew. */
    int generation() {
        return generation;
    }

    /** Where the text's answers lead from there: below 0 to an answer, else to {@link #UNKNOWN}. */
    int follow(int from, char[] chars, Asked text) {
        int at = from;
        while (at > 0) {
            boolean yes;
            if (checks[at] == Questions.OF_CHARACTER) {
                char c = chars[places[at]];
                at = next[2 * at + ((int) ((c < 64 ? lows[at] : highs[at]) >>> c) & 1)];
                continue;
            } else if (checks[at] == Questions.OF_TOGETHER) {
                yes = text.together() >= places[at];
            } else if (checks[at] == Questions.OF_DIGITS) {
                yes = text.digits() >= places[at];
            } else {
                yes = text.passes(checks[at], Questions.start(places[at]), Questions.end(places[at]));
            }
            at = next[2 * at + (yes ? 1 : 0)];
        }
        return at;
    }

    /**
     * Adds what was asked of a text whose answers lead nowhere from there, and where they are to lead.
     *
     * @return where the tree begins from now on
     */
    int add(int from, Questions asked, int target) {
        int slot = -1;
        int at = from;
        int i = 0;
        while (at > 0) {
            slot = 2 * at + (asked.answer(i) ? 1 : 0);
            at = next[slot];
            i++;
        }
        int root = from;
        for (; i < asked.count(); i++) {
            int made = made(asked, i);
            root = put(root, slot, made);
            slot = 2 * made + (asked.answer(i) ? 1 : 0);
        }
        return put(root, slot, target);
    }

    private int put(int root, int slot, int target) {
        if (slot < 0) {
            return target;
        }
        next[slot] = target;
        return root;
    }

    /** Makes all trees begin anew if there may be no room for so many questions more. */
    void require(int more) {
        if (count + more > most) {
            count = 1;
            generation++;
        }
    }

    private int made(Questions asked, int i) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            checks = Arrays.copyOf(checks, 2 * count);
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
            next = Arrays.copyOf(next, 4 * count);
        }
        places[count] = asked.place(i);
        checks[count] = asked.check(i);
        lows[count] = asked.low(i);
        highs[count] = asked.high(i);
        next[2 * count] = UNKNOWN;
        next[2 * count + 1] = UNKNOWN;
        return count++;
    }
}
