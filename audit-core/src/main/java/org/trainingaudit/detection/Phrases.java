package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** A phrase that has been read, with what it speaks for. */
    record Phrase(List<Owner> owners, BitSet speaksFor, boolean stops) {}

    /** A phrase where it stands. */
    record Place(int start, int end, Phrase phrase) {

        List<Owner> owners() {
            return phrase.owners;
        }

        /** Whether the other one is the same phrase at the same place; each phrase is made once. */
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

    private static final Comparator<Place> FIRST_AND_LONGEST =
            Comparator.comparingInt(Place::start).thenComparing(Place::end, Comparator.reverseOrder());

    private final List<Phrase> phrases;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** Adds the phrase of that number, found in the text at that place, unless it ends within a word. */
    void see(FoldedText text, int start, int end, int number, List<Place> places) {
        int longer = pluralEnd(text, end);
        if (Words.isEnd(text, longer)) {
            places.add(new Place(start, longer, phrases.get(number)));
        }
    }

    /** Of all the phrases seen in a text those that stand, from left to right, without overlaps. */
    static List<Place> standing(List<Place> all) {
        if (all.size() < 2) {
            return all;
        }
        all.sort(FIRST_AND_LONGEST);
        List<Place> kept = new ArrayList<>();
        int from = 0;
        for (Place place : all) {
            if (place.start >= from) {
                kept.add(place);
                from = place.end;
            }
        }
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

        private final Map<String, Set<Owner>> phrases = new LinkedHashMap<>();

        void add(String phrase, String detector, Worth worth) {
            for (String written : Words.spellings(Folding.fold(phrase).lower())) {
                phrases.computeIfAbsent(written, key -> new LinkedHashSet<>()).add(new Owner(detector, worth));
            }
        }

        /** Adds all phrases to the lexicon, numbered from 0. */
        Phrases build(Lexicon.Builder lexicon, Map<String, Known> known) {
            List<Phrase> read = new ArrayList<>();
            phrases.forEach((phrase, owners) -> {
                lexicon.add(phrase, read.size());
                read.add(phrase(owners, known));
            });
            return new Phrases(read);
        }

        int size() {
            return phrases.size();
        }

        private static Phrase phrase(Set<Owner> owners, Map<String, Known> known) {
            BitSet speaksFor = new BitSet();
            for (Owner owner : owners) {
                Optional.ofNullable(known.get(owner.detector)).ifPresent(one -> speaksFor.set(one.number()));
            }
            return new Phrase(
                    List.copyOf(owners), speaksFor, owners.stream().anyMatch(owner -> owner.worth == Worth.STOP));
        }
    }
}
