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

    /** What is kept of a question: whoever looks at one number has the others near. */
    private static final int WIDTH = 4;

    private static final int LOW = 1;
    private static final int HIGH = 2;
    private static final int NEXT = 3;

    /** The lower half of a number. */
    private static final long LOWER = (1L << Integer.SIZE) - 1;

    /**
     * Of each question four numbers. The first: above the number under which a check is asked, or what else is, as {@link
     * Questions} has it, and below of a question about a character its place, of one about a value its start and end, of one
     * about digits how many. Then two with a bit for each character, and where no (below) and yes (above) lead.
     */
    private long[] nodes = new long[WIDTH * FEW];

    private final int most;
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
            int node = WIDTH * at;
            long asked = nodes[node];
            int check = (int) (asked >> Integer.SIZE);
            long yes;
            if (check == Questions.OF_CHARACTER) {
                char c = chars[(int) asked];
                yes = (nodes[c < 64 ? node + LOW : node + HIGH] >>> c) & 1;
            } else {
                yes = isSo(text, check, (int) asked) ? 1 : 0;
            }
            at = (int) (nodes[node + NEXT] >>> (yes * Integer.SIZE));
        }
        return at;
    }

    private static boolean isSo(Asked text, int check, int place) {
        return switch (check) {
            case Questions.OF_TOGETHER -> text.together() >= place;
            case Questions.OF_DIGITS -> text.digits() >= place;
            default -> text.passes(check, Questions.start(place), Questions.end(place));
        };
    }

    /**
     * Adds what was asked of a text whose answers lead nowhere from there, and where they are to lead.
     *
     * @return where the tree begins from now on
     */
    int add(int from, Questions asked, int target) {
        int before = UNKNOWN;
        int at = from;
        int i = 0;
        while (at > 0) {
            before = at;
            at = next(before, asked.answer(i));
            i++;
        }
        int root = from;
        for (; i < asked.count(); i++) {
            int made = made(asked, i);
            root = before == UNKNOWN ? made : root;
            lead(before, i, asked, made);
            before = made;
        }
        lead(before, i, asked, target);
        return before == UNKNOWN ? target : root;
    }

    private int next(int at, boolean yes) {
        return (int) (nodes[WIDTH * at + NEXT] >>> (yes ? Integer.SIZE : 0));
    }

    /** Has the answer to the question before the i-th, if there is one, lead there. */
    private void lead(int before, int i, Questions asked, int target) {
        if (before == UNKNOWN) {
            return;
        }
        int at = WIDTH * before + NEXT;
        int shift = asked.answer(i - 1) ? Integer.SIZE : 0;
        nodes[at] = (nodes[at] & ~(LOWER << shift)) | ((target & LOWER) << shift);
    }

    /** Makes all trees begin anew if there may be no room for so many questions more. */
    void require(int more) {
        if (count + more > most) {
            count = 1;
            generation++;
        }
    }

    private int made(Questions asked, int i) {
        if (WIDTH * count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        int node = WIDTH * count;
        nodes[node] = ((long) asked.check(i) << Integer.SIZE) | (asked.place(i) & LOWER);
        nodes[node + LOW] = asked.low(i);
        nodes[node + HIGH] = asked.high(i);
        nodes[node + NEXT] = UNKNOWN;
        return count++;
    }
}
