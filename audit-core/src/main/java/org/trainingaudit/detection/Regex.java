package org.trainingaudit.detection;

import java.util.List;
import java.util.stream.Stream;

/** A regular expression, read. */
sealed interface Regex {

    /** How a repetition chooses among the counts it may have. */
    enum Greed {
        MOST_FIRST,
        LEAST_FIRST,
        /** As many as there are, never fewer. */
        ALL
    }

    /** One character of a set of the alphabet. */
    record One(int set) implements Regex {}

    /** One after the other; nothing at all if there are none. */
    record Sequence(List<Regex> parts) implements Regex {}

    /** The first that matches, then the next. */
    record Choice(List<Regex> choices) implements Regex {}

    /** As often as that; without limit where {@code most} is {@link #UNLIMITED}. */
    record Repeat(Regex body, int least, int most, Greed greed) implements Regex {}

    /** A group whose place is remembered, counted from 1. */
    record Capture(int group, Regex body) implements Regex {}

    /** What the group of that body matched, once more. */
    record Again(int group, Regex body, boolean anyCase) implements Regex {}

    /** The body stands, or doesn't stand, before or after the place. */
    record Look(boolean ahead, boolean wanted, Regex body) implements Regex {}

    /** The first way in which the body matches, and no other. */
    record Once(Regex body) implements Regex {}

    /** A place that is told by more than the characters beside it, such as the border of a word. */
    record Edge() implements Regex {}

    int UNLIMITED = -1;

    /** Matches the empty text. */
    Regex NOTHING = new Sequence(List.of());

    /**
     * The same with what must stand behind each match as a part of it, where the end of the expression says what that is: for
     * those who ask whether it may match at all.
     */
    static Regex reaching(Regex regex) {
        int last = regex instanceof Sequence sequence ? sequence.parts().size() - 1 : -1;
        if (last < 0 || !(((Sequence) regex).parts().get(last) instanceof Look look && look.ahead() && look.wanted())) {
            return regex;
        }
        return new Sequence(Stream.concat(
                        ((Sequence) regex).parts().subList(0, last).stream(), Stream.of(look.body()))
                .toList());
    }

    /** The fewest characters that it matches. */
    static int least(Regex regex) {
        if (regex instanceof One) {
            return 1;
        }
        if (regex instanceof Sequence sequence) {
            return sequence.parts().stream().mapToInt(Regex::least).sum();
        }
        if (regex instanceof Choice choice) {
            return choice.choices().stream().mapToInt(Regex::least).min().orElse(0);
        }
        if (regex instanceof Repeat repeat) {
            return repeat.least() * least(repeat.body());
        }
        if (regex instanceof Capture capture) {
            return least(capture.body());
        }
        return regex instanceof Once once ? least(once.body()) : 0;
    }

    /** The most characters that it matches; {@link #UNLIMITED} if any number. */
    static int most(Regex regex) {
        if (regex instanceof One) {
            return 1;
        }
        if (regex instanceof Sequence sequence) {
            int sum = 0;
            for (Regex part : sequence.parts()) {
                int most = most(part);
                sum = most == UNLIMITED || sum == UNLIMITED ? UNLIMITED : sum + most;
            }
            return sum;
        }
        if (regex instanceof Choice choice) {
            int all = 0;
            for (Regex one : choice.choices()) {
                int most = most(one);
                all = most == UNLIMITED || all == UNLIMITED ? UNLIMITED : Math.max(all, most);
            }
            return all;
        }
        if (regex instanceof Repeat repeat) {
            int body = most(repeat.body());
            return body == 0 ? 0 : body == UNLIMITED || repeat.most() == UNLIMITED ? UNLIMITED : body * repeat.most();
        }
        if (regex instanceof Capture capture) {
            return most(capture.body());
        }
        if (regex instanceof Again again) {
            return most(again.body());
        }
        return regex instanceof Once once ? most(once.body()) : 0;
    }
}
