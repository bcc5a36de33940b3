package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a column's name says by itself, phrase by phrase. */
final class HeaderReader {

    private static final String PERSON = "contact.name";
    /** A column for each variant of a genome is named as the databases number them. */
    private static final Pattern VARIANT = Pattern.compile("(?i)rs[0-9]{3,12}(?:[_-][acgt])?");

    private static final String GENETIC = "genetic";
    static final double WHOLE = 0.9;
    static final double PART = 0.85;
    private static final double ASIDE = 0.5;
    private static final double OF_OWNER = 0.6;
    private static final double SPECIAL_IN_A_QUESTION = 0.65;
    static final double IN_A_QUESTION = 0.3;
    private static final double BY_TERM = 0.7;
    private static final int LONGEST_NAME = 6;
    /** So near before a word of a question it says whose it is. */
    private static final int NEAR = 2;

    private final FoldedText text;
    private final int words;
    private final Detectors detectors;
    private final Map<String, Double> named = new HashMap<>();
    private final Map<String, Double> ofMany = new HashMap<>();
    private final Set<String> hinted = new HashSet<>();
    private boolean nothing;
    private boolean unknown;
    private boolean version;

    private HeaderReader(FoldedText text, int words, Detectors detectors) {
        this.text = text;
        this.words = words;
        this.detectors = detectors;
    }

    /** What the name says, its words as they are written. */
    static HeaderReading read(String header, Detectors detectors) {
        CellReader values = detectors.headerReader();
        FoldedText text = values.text();
        Folding.fold(header, text);
        HeaderReader reader = new HeaderReader(text, Words.of(text.text()).size(), detectors);
        List<Phrases.Place> places = values.phrases();
        boolean held = HeadNouns.isHeld(places, text, detectors);
        for (int i = 0; i < places.size(); i++) {
            boolean last = i == places.size() - 1;
            reader.phrase(reader.placed(places.get(i), last, held && !last));
        }
        reader.nameOfPerson();
        values.terms().forEach(reader::term);
        if (VARIANT.matcher(text.text().strip()).matches()) {
            reader.named.put(GENETIC, WHOLE);
        }
        return reader.reading();
    }

    private HeaderReading reading() {
        HeaderWords known = detectors.headerWords();
        int path = text.text().lastIndexOf('.');
        return new HeaderReading(
                Map.copyOf(named),
                Map.copyOf(ofMany),
                Set.copyOf(hinted),
                known.beside(text.text()),
                path > 0 && known.speakOfPeople(text.text().substring(0, path)),
                !nothing && known.isOfSomebody(text.text()),
                known.has(WordKind.THINGS, text.text()),
                known.has(WordKind.ANIMALS, text.text()) && !isSpecial(),
                named.isEmpty() && known.isShare(text.text()),
                known.has(WordKind.OFFICES, text.text()),
                known.isOfThing(text.text()),
                nothing && named.isEmpty(),
                unknown,
                known.has(WordKind.OWN, text.text()),
                HeaderReading.Half.of(text.text(), known),
                version && named.isEmpty());
    }

    /**
     * A phrase of the name with what stands around it.
     *
     * @param rest what stands behind it
     * @param aboutValue whether the column only counts, flags or refers to it
     * @param ofFirm whether it's an organisation's
     * @param ofMany whether it's a share or count of many people
     * @param last whether it stands last
     * @param of whether it stands before what somebody has
     */
    private record Placed(
            Phrases.Place place,
            String rest,
            boolean aboutValue,
            boolean ofFirm,
            boolean ofMany,
            boolean last,
            boolean of) {}

    private Placed placed(Phrases.Place place, boolean last, boolean of) {
        HeaderWords known = detectors.headerWords();
        String before = text.text().substring(0, place.start());
        String rest = text.text().substring(place.end());
        return new Placed(
                place,
                rest,
                known.isAboutValue(rest) || (!place.stops() && isFlag(before)),
                known.has(WordKind.ORGANISATIONS, before),
                isOfMany(place.start(), place.end()),
                last,
                of);
    }

    private void phrase(Placed phrase) {
        for (Phrases.Owner owner : phrase.place.owners()) {
            nothing |= owner.worth() == Phrases.Worth.NOTHING;
            version |= owner.worth() == Phrases.Worth.STOP;
            if (owner.worth() == Phrases.Worth.NAME) {
                name(phrase, owner.detector());
            } else if (owner.worth() == Phrases.Worth.HINT) {
                hint(phrase, owner.detector());
            }
        }
    }

    private void name(Placed phrase, String detector) {
        String category = detectors.known(detector).category();
        boolean special = Special.is(category);
        if (special && phrase.ofMany && mayBeOfOne(category, phrase.rest)) {
            ofMany.merge(detector, PART, Math::max);
        }
        if (!saysSomethingElse(phrase, detector, category)) {
            named.merge(detector, strength(phrase, special), Math::max);
        }
    }

    private void hint(Placed phrase, String detector) {
        String category = detectors.known(detector).category();
        if (category.equals(PERSON) && isOfThing(phrase.place)) {
            nothing = true;
        } else if (!saysSomethingElse(phrase, detector, category)) {
            hinted.add(detector);
        }
    }

    /** Whether what stands around the phrase makes the column one of something else. */
    private boolean saysSomethingElse(Placed phrase, String detector, String category) {
        if (!Special.is(category)) {
            return phrase.aboutValue || (phrase.ofFirm && isOfFirm(detector, category));
        }
        return (words > LONGEST_NAME && isOfQuestion(phrase.place))
                || phrase.ofMany
                || isKey(category, phrase.rest)
                || isOfAnother(category, phrase.rest);
    }

    /** Whether it's a word of the question rather than what is asked: which sentence is right, who is ahead in the race. */
    private boolean isOfQuestion(Phrases.Place place) {
        HeaderWords known = detectors.headerWords();
        List<String> before = Words.of(text.text().substring(0, place.start()));
        boolean whose = before.stream()
                .skip(Math.max(0, before.size() - NEAR))
                .anyMatch(word -> known.is(WordKind.WHOSE, word));
        return !whose && known.isAmbiguous(text.text().substring(place.start(), place.end()));
    }

    /** The name of an applicant, whatever the applicant is called, unless it's a firm. */
    private void nameOfPerson() {
        if (!nothing
                && HeadNouns.isNameOfPerson(text.text())
                && !detectors.headerWords().has(WordKind.ORGANISATIONS, text.text())) {
            named.merge("person-name", PART, Math::max);
        }
    }

    /** Whether what stands before "name" is nobody: {@code dog_name}. Notes too where it is anybody's guess. */
    private boolean isOfThing(Phrases.Place place) {
        HeaderWords known = detectors.headerWords();
        String before = text.text().substring(0, place.start());
        unknown |= known.isOfUnknown(before + " " + text.text().substring(place.end()));
        return known.has(WordKind.NAMELESS, before);
    }

    /** Whether the name goes on behind the phrase and ends as a count of many does. */
    private boolean isCount(int end) {
        return end < text.text().strip().length() && HeadNouns.isCount(text.text(), detectors.headerWords());
    }

    /** Whether the words around the phrase say that the column is about a share of many people. */
    private boolean isOfMany(int start, int end) {
        HeaderWords words = detectors.headerWords();
        return isCount(end)
                || words.isShare(text.text().substring(0, start))
                || words.isShare(text.text().substring(end));
    }

    /** Firms have numbers and places as people do. */
    private boolean isOfFirm(String detector, String category) {
        return Special.root(category).equals("government_id")
                || detectors.known(detector).ofPeople();
    }

    private boolean isFlag(String before) {
        List<String> words = Words.of(before);
        return !words.isEmpty() && detectors.headerWords().is(WordKind.FLAGS, words.get(0));
    }

    /** What ends as {@code drug_exposure_id} does numbers its rows; a {@code drug_concept_id} is a drug. */
    private boolean isKey(String category, String rest) {
        HeaderWords known = detectors.headerWords();
        List<String> words = Words.of(rest);
        return Special.isOfEvents(category)
                && !words.isEmpty()
                && known.is(WordKind.KEYS, words.get(words.size() - 1))
                && words.stream().noneMatch(word -> known.is(WordKind.CODES, word));
    }

    /** Whether the share or count in the name could still be one person's: how often, not how many people. */
    private boolean mayBeOfOne(String category, String rest) {
        return !isKey(category, rest)
                && !isOfAnother(category, rest)
                && !detectors.headerWords().ends(WordKind.COUNTS_OF_PEOPLE, rest.strip())
                && (rest.isBlank() || !HeadNouns.isCount(text.text(), detectors.headerWords()));
    }

    /** Whether the place, price or thing of it is meant, or somebody's age when it began. */
    private boolean isOfAnother(String category, String rest) {
        HeaderWords known = detectors.headerWords();
        boolean provided = known.isProvider(rest);
        nothing |= provided;
        return provided || (known.ends(WordKind.AGES_AT, rest.strip()) && !category.startsWith("sex"));
    }

    private boolean isSpecial() {
        return named.keySet().stream()
                .anyMatch(id -> Special.is(detectors.known(id).category()));
    }

    /** A flag under "diabetes" says as much as the word in a value. */
    private void term(Match match) {
        if (match.confidence() > 0.5
                && Special.is(match.category())
                && !isOfMany(match.start(), match.end())
                && !isOfAnother(match.category(), text.text().substring(match.end()))
                && !isKey(match.category(), text.text().substring(match.end()))) {
            named.merge(match.detector(), words > LONGEST_NAME ? SPECIAL_IN_A_QUESTION : BY_TERM, Math::max);
        }
    }

    /** What stands last is what the column holds: {@code emergency_contact_phone} is a phone. */
    private double strength(Placed phrase, boolean special) {
        if (words > LONGEST_NAME) {
            return special ? SPECIAL_IN_A_QUESTION : IN_A_QUESTION;
        }
        if (!phrase.last && !special) {
            return ASIDE;
        }
        if (phrase.of) {
            return OF_OWNER;
        }
        Phrases.Place place = phrase.place;
        return place.end() - place.start() >= text.text().strip().length() - 2 ? WHOLE : PART;
    }
}
