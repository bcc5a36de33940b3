package org.trainingaudit.detection;

import java.util.List;

/** A regular expression without what a sieve needn't know: groups, greed, and most of what looks around. */
sealed interface Regex {

    /** One character of a set of the alphabet. */
    record One(int set) implements Regex {}

    /** One after the other; nothing at all if there are none. */
    record Sequence(List<Regex> parts) implements Regex {}

    record Choice(List<Regex> choices) implements Regex {}

    /** As often as that; without limit where {@code most} is {@link #UNLIMITED}. */
    record Repeat(Regex body, int least, int most) implements Regex {}

    /** The character before or after the place, if there is one, is in none of these sets. */
    record Guard(boolean ahead, List<Integer> forbidden) implements Regex {}

    int UNLIMITED = -1;

    /** Matches the empty text. */
    Regex NOTHING = new Sequence(List.of());
}
