package org.trainingaudit.trail;

import java.util.Arrays;

/**
 * A body that is known to be in canonical form, with the places of its texts, numbers and words. Another one that differs from
 * it in those alone is in that form if each of them is.
 */
final class BodyForm {

    private final byte[] body;
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private int[] levels = new int[32];
    private int count;

    private BodyForm(byte[] body) {
        this.body = body;
    }

    /** The form of a body that {@link Skim} has taken. */
    static BodyForm of(byte[] bytes, int from, int to) {
        BodyForm form = new BodyForm(Arrays.copyOfRange(bytes, from, to));
        form.mark();
        return form;
    }

    private void mark() {
        int level = 0;
        int at = 0;
        while (at < body.length) {
            switch (body[at]) {
                case '{', '[' -> {
                    level++;
                    at++;
                }
                case '}', ']' -> {
                    level--;
                    at++;
                }
                case ',', ':' -> at++;
                default -> at = scalar(at, level + 1);
            }
        }
    }

    /** The end of a text, number or word, or of a member's name; a name isn't marked, since it has to stay. */
    private int scalar(int at, int level) {
        int end = Skim.value(body, at, body.length, 1);
        if (body[end] != ':') {
            if (count == begins.length) {
                begins = Arrays.copyOf(begins, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
                levels = Arrays.copyOf(levels, 2 * count);
            }
            begins[count] = at;
            ends[count] = end;
            levels[count] = level;
            count++;
        }
        return end;
    }

    /** The end of a body that begins at a place, if it has this form; {@link Skim#UNSURE} if that isn't sure. */
    int end(byte[] bytes, int from, int to) {
        int here = 0;
        int there = from;
        int next = 0;
        while (true) {
            int most = Math.min(to, there + body.length - here);
            int same = Arrays.mismatch(body, here, body.length, bytes, there, most);
            if (same < 0) {
                return most;
            }
            next = reaching(next, here + same);
            if (next == count || begins[next] > here + same) {
                return Skim.UNSURE;
            }
            int end = Skim.value(bytes, there + begins[next] - here, to, levels[next]);
            if (end < 0) {
                return Skim.UNSURE;
            }
            here = ends[next];
            there = end;
            next++;
        }
    }

    /** The first mark, from one on, that ends at a place or behind it. */
    private int reaching(int from, int place) {
        int next = from;
        while (next < count && ends[next] < place) {
            next++;
        }
        return next;
    }
}
