package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** A phrase where it stands. */
    record Place(int start, int end, List<Owner> owners) {

        boolean is(Worth worth) {
            return owners.stream().anyMatch(owner -> owner.worth == worth);
        }

        boolean speaksFor(String detector) {
            for (Owner owner : owners) {
                if (owner.detector.equals(detector)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Automaton automaton;
    private final List<List<Owner>> owners;

    private Phrases(Automaton automaton, List<List<Owner>> owners) {
        this.automaton = automaton;
        this.owners = owners;
    }

    /** All phrases in the text, from left to right, without overlaps. */
    List<Place> in(FoldedText text) {
        List<Place> all = new ArrayList<>();
        automaton.scan(text.lower(), (start, end, phrase) -> {
            int longer = pluralEnd(text, end);
            if (Words.isStart(text.text(), start) && Words.isEnd(text.text(), longer)) {
                all.add(new Place(start, longer, owners.get(phrase)));
            }
        });
        all.sort(Comparator.comparingInt(Place::start).thenComparing(Place::end, Comparator.reverseOrder()));
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

    private static int pluralEnd(FoldedText text, int end) {
        boolean plural = end < text.length()
                && text.lower().charAt(end) == 's'
                && Words.isLatin(text.lower().charAt(end - 1))
                && !Words.isEnd(text.text(), end)
                && Words.isEnd(text.text(), end + 1);
        return plural ? end + 1 : end;
    }

    static final class Builder {

        private final Map<String, Set<Owner>> phrases = new LinkedHashMap<>();

        void add(String phrase, String detector, Worth worth) {
            for (String written : Words.spellings(Folding.fold(phrase).lower())) {
                phrases.computeIfAbsent(written, key -> new LinkedHashSet<>()).add(new Owner(detector, worth));
            }
        }

        Phrases build() {
            Automaton.Builder automaton = new Automaton.Builder();
            List<List<Owner>> owners = new ArrayList<>();
            phrases.forEach((phrase, owned) -> {
                automaton.add(phrase, owners.size());
                owners.add(List.copyOf(owned));
            });
            return new Phrases(automaton.build(), owners);
        }
    }
}
