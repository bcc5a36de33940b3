package org.trainingaudit.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What shapes find in texts of one outline, told by what was asked of the texts before: those that answer it alike have the
 * same finds at the same places. Grows as texts come, up to a limit. For one thread.
 */
final class AnswerTree {

    private static final int MOST_NODES = 4000;

    /** So many texts may lead nowhere for each two that lead to an answer before it isn't worth going on. */
    private static final int PATIENCE = 64;

    private static final int UNKNOWN = 0;

    /** Of a question about a character its place, of one about a value its start and end, of one about digits how many. */
    private int[] places = new int[8];

    /** The shape whose check is asked, or what else is, as {@link Questions} has it. */
    private int[] checks = new int[8];

    private long[] lows = new long[8];
    private long[] highs = new long[8];

    /** Two for each question, for no and for yes: another one, an answer below 0, or {@link #UNKNOWN}. */
    private int[] next = new int[16];

    private int nodes = 1;
    private @Nullable Answer[] answers = new Answer[4];
    private int answered;
    private int root = UNKNOWN;
    private int patience = PATIENCE;

    /** Tells of a text what its characters one by one don't. */
    interface Asked {
        /** The most digits that stand together. */
        int together();

        int digits();

        /** Whether the shape of that number finds anything. */
        boolean finds(int shape);

        /** Whether the value there passes the check of that number. */
        boolean passes(int check, int start, int end);
    }

    /** The answer for the text; null if it isn't known. */
    @Nullable
    Answer answer(char[] chars, Asked text) {
        int together = -1;
        int at = root;
        while (at > 0) {
            if (checks[at] == Questions.OF_CHARACTER) {
                char c = chars[places[at]];
                at = next[2 * at + ((int) ((c < 64 ? lows[at] : highs[at]) >>> c) & 1)];
            } else if (checks[at] == Questions.OF_TOGETHER) {
                together = together < 0 ? text.together() : together;
                at = next[2 * at + (together >= places[at] ? 1 : 0)];
            } else if (checks[at] == Questions.OF_DIGITS) {
                at = next[2 * at + (text.digits() >= places[at] ? 1 : 0)];
            } else if (checks[at] == Questions.OF_SHAPE) {
                at = next[2 * at + (text.finds(places[at]) ? 1 : 0)];
            } else {
                int place = places[at];
                boolean passes = text.passes(checks[at], Questions.start(place), Questions.end(place));
                at = next[2 * at + (passes ? 1 : 0)];
            }
        }
        if (at == UNKNOWN) {
            return null;
        }
        patience += patience < PATIENCE ? 1 : 0;
        return answers[-1 - at];
    }

    /** Whether it is worth adding more. */
    boolean grows() {
        return patience > 0 && nodes < MOST_NODES;
    }

    /** Adds what was asked of a text that led nowhere, and the answer. */
    void add(Questions asked, Answer answer) {
        patience -= 2;
        int slot = -1;
        int at = root;
        int i = 0;
        while (at > 0) {
            slot = 2 * at + (asked.answer(i) ? 1 : 0);
            at = next[slot];
            i++;
        }
        for (; i < asked.count(); i++) {
            int made = node(asked, i);
            put(slot, made);
            slot = 2 * made + (asked.answer(i) ? 1 : 0);
        }
        put(slot, number(answer));
    }

    /** A text led nowhere, and what it asks can't be written down. */
    void fail() {
        patience -= 8;
    }

    private void put(int slot, int target) {
        if (slot < 0) {
            root = target;
        } else {
            next[slot] = target;
        }
    }

    private int node(Questions asked, int i) {
        if (nodes == places.length) {
            places = Arrays.copyOf(places, 2 * nodes);
            checks = Arrays.copyOf(checks, 2 * nodes);
            lows = Arrays.copyOf(lows, 2 * nodes);
            highs = Arrays.copyOf(highs, 2 * nodes);
            next = Arrays.copyOf(next, 4 * nodes);
        }
        places[nodes] = asked.place(i);
        checks[nodes] = asked.check(i);
        lows[nodes] = asked.low(i);
        highs[nodes] = asked.high(i);
        return nodes++;
    }

    private int number(Answer answer) {
        for (int i = 0; i < answered; i++) {
            if (answer.equals(answers[i])) {
                return -1 - i;
            }
        }
        if (answered == answers.length) {
            answers = Arrays.copyOf(answers, 2 * answered);
        }
        answers[answered] = answer;
        return -1 - answered++;
    }
}
