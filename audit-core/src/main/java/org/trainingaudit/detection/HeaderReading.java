package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a column's name says by itself.
 *
 * @param named how sure each detector can be by the name, from 0 to 1
 * @param hinted detectors for which the name says something only beside other evidence
 * @param ofPeople whether the name's own path speaks of people, as {@code customer.name} does
 */
record HeaderReading(Map<String, Double> named, Set<String> hinted, boolean ofPeople) {

    private static final double WHOLE = 0.9;
    private static final double PART = 0.85;
    private static final double ASIDE = 0.5;
    private static final double SPECIAL_IN_A_QUESTION = 0.65;
    private static final double IN_A_QUESTION = 0.3;
    private static final double BY_TERM = 0.7;
    private static final int LONGEST_NAME = 6;

    static HeaderReading of(String header, Detectors detectors) {
        CellReader values = detectors.headerReader();
        FoldedText text = values.text();
        Folding.fold(header, text);
        Reader reader = new Reader(text, Words.of(text.text()).size(), detectors);
        List<Phrases.Place> places = values.phrases();
        for (int i = 0; i < places.size(); i++) {
            reader.phrase(places.get(i), i == places.size() - 1);
        }
        values.terms().forEach(reader::term);
        int path = text.text().lastIndexOf('.');
        boolean ofPeople =
                path > 0 && detectors.headerWords().speakOfPeople(text.text().substring(0, path));
        return new HeaderReading(Map.copyOf(reader.named), Set.copyOf(reader.hinted), ofPeople);
    }

    /** The numbers of the detectors for whose values the name is a label. */
    BitSet announced(Detectors detectors) {
        BitSet announced = new BitSet();
        named.forEach((id, strength) -> {
            if (strength > IN_A_QUESTION) {
                announced.set(detectors.known(id).number());
            }
        });
        return announced;
    }

    private static final class Reader {

        private final FoldedText text;
        private final int words;
        private final Detectors detectors;
        private final Map<String, Double> named = new HashMap<>();
        private final Set<String> hinted = new HashSet<>();

        Reader(FoldedText text, int words, Detectors detectors) {
            this.text = text;
            this.words = words;
            this.detectors = detectors;
        }

        void phrase(Phrases.Place place, boolean last) {
            boolean aboutValue =
                    detectors.headerWords().isAboutValue(text.text().substring(place.end()));
            for (Phrases.Owner owner : place.owners()) {
                boolean name = owner.worth() == Phrases.Worth.NAME;
                if (!name && owner.worth() != Phrases.Worth.HINT) {
                    continue;
                }
                boolean special = Special.is(detectors.known(owner.detector()).category());
                if (aboutValue && !special) {
                    continue;
                }
                if (name) {
                    named.merge(owner.detector(), strength(place, special, last), Math::max);
                } else {
                    hinted.add(owner.detector());
                }
            }
        }

        /** A flag under "diabetes" says as much as the word in a value. */
        void term(Match match) {
            if (match.confidence() > 0.5 && Special.is(match.category())) {
                named.merge(match.detector(), words > LONGEST_NAME ? SPECIAL_IN_A_QUESTION : BY_TERM, Math::max);
            }
        }

        /** What stands last is what the column holds: {@code emergency_contact_phone} is a phone. */
        private double strength(Phrases.Place place, boolean special, boolean last) {
            if (words > LONGEST_NAME) {
                return special ? SPECIAL_IN_A_QUESTION : IN_A_QUESTION;
            }
            if (!last && !special) {
                return ASIDE;
            }
            return place.end() - place.start() >= text.text().strip().length() - 2 ? WHOLE : PART;
        }
    }
}
