package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that announce what a value is: column names, and labels before a value in a text.
 *
 * <p>A phrase of Latin words is found however a programmer or a form writes it ({@code birth date}, {@code birth_date},
 * {@code BirthDate}, {@code birthdate}); one of Japanese words wherever it stands. The longest phrase wins, so {@code 会社名}
 * can be said to announce nothing although {@code 名} would.
 */
final class Phrases {

    /** What a phrase is worth to a detector. */
    enum Worth {
        /** As a column name it says enough. */
        NAME,
        /** As a column name it needs more evidence beside it. */
        HINT,
        /** It says something only before a value in a text. */
        LABEL,
        /** What follows is a number of another kind: a serial, a version, an order. */
        STOP,
        /** It announces nothing, and keeps shorter phrases inside it from doing so. */
        NOTHING
    }

    /** A detector that a phrase speaks for; {@code detector} is empty where it speaks for none. */
    record Owner(String detector, Worth worth) {}

    /** What phrases say, with whom they speak for. */
    record Phrase(List<Owner> owners, BitSet speaksFor, boolean stops) {}

    /** A phrase where it stands. */
    record Place(int start, int end, Phrase phrase) {

        List<Owner> owners() {
            return phrase.owners;
        }

        /** Whether the other one says the same at the same place; what says the same is made once. */
        @SuppressWarnings("ReferenceEquality")
        boolean isSame(Place other) {
            return start == other.start && end == other.end && phrase == other.phrase;
        }

        boolean stops() {
            return phrase.stops;
        }

        boolean speaksFor(Known detector) {
            return phrase.speaksFor.get(detector.number());
        }
    }

    private final List<Phrase> phrases;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** How many phrases there are that say something different each. */
    int size() {
        return phrases.size();
    }

    /** Adds the phrase of that number, found in the text at that place, unless it ends within a word. */
    void see(FoldedText text, int start, int end, int number, List<Place> places) {
        int longer = pluralEnd(text, end);
        if (Words.isEnd(text, longer)) {
            places.add(new Place(start, longer, phrases.get(number)));
        }
    }

    /** Of all the phrases seen in a text, in the order of their starts, those that stand, from left to right, without overlaps. */
    static List<Place> standing(List<Place> all) {
        if (all.size() < 2) {
            return all;
        }
        List<Place> kept = new ArrayList<>(all.size());
        Place longest = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            Place place = all.get(i);
            if (place.start >= longest.end) {
                kept.add(longest);
                longest = place;
            } else if (place.start == longest.start && place.end > longest.end) {
                longest = place;
            }
        }
        kept.add(longest);
        return kept;
    }

    /** Whether both are the same phrases at the same places. */
    static boolean areSame(List<Place> some, List<Place> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).isSame(others.get(i));
        }
        return same;
    }

    private static int pluralEnd(FoldedText text, int end) {
        boolean plural = end < text.length()
                && text.lowerAt(end) == 's'
                && Words.isLatin(text.lowerAt(end - 1))
                && !Words.isEnd(text, end)
                && Words.isEnd(text, end + 1);
        return plural ? end + 1 : end;
    }

    static final class Builder {

        /** Few detectors speak in many phrases: what they say of them is kept once. */
        private final Map<String, List<Owner>> phrases = new LinkedHashMap<>();

        private final Map<List<Owner>, List<Owner>> kept = new HashMap<>();

        /** Returns the phrase as it is looked for. */
        String add(String phrase, String detector, Worth worth) {
            List<Owner> one = kept(List.of(new Owner(detector, worth)));
            String folded = Folding.fold(phrase).lower();
            for (String written : Words.spellings(folded)) {
                phrases.merge(written, one, (some, more) -> kept(both(some, more.get(0))));
            }
            return folded;
        }

        private static List<Owner> both(List<Owner> some, Owner more) {
            List<Owner> all = new ArrayList<>(some);
            if (!all.contains(more)) {
                all.add(more);
            }
            return List.copyOf(all);
        }

        private List<Owner> kept(List<Owner> owners) {
            return kept.computeIfAbsent(owners, key -> key);
        }

        /** Adds all phrases to the lexicon, and forgets them; those that say the same have one number, from 0 on. */
        Phrases build(Lexicon.Builder lexicon, Map<String, Known> known) {
            Map<List<Owner>, Integer> numbers = new HashMap<>();
            List<Phrase> read = new ArrayList<>();
            phrases.forEach((phrase, owners) -> {
                int number = numbers.computeIfAbsent(owners, key -> {
                    read.add(phrase(key, known));
                    return read.size() - 1;
                });
                lexicon.add(phrase, number);
            });
            phrases.clear();
            return new Phrases(List.copyOf(read));
        }

        private static Phrase phrase(List<Owner> owners, Map<String, Known> known) {
            BitSet speaksFor = new BitSet();
            for (Owner owner : owners) {
                Optional.ofNullable(known.get(owner.detector)).ifPresent(one -> speaksFor.set(one.number()));
            }
            return new Phrase(owners, speaksFor, owners.stream().anyMatch(owner -> owner.worth == Worth.STOP));
        }
    }
}
