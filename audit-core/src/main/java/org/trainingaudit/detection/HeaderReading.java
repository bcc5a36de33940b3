package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column's name says by itself.
 *
 * @param named how sure each detector can be by the name, from 0 to 1
 * @param ofMany the same where the name speaks of a share, which may be of many people or, of one, how much
 * @param hinted detectors for which the name says something only beside other evidence
 * @param beside detectors for which the name counts in a table that is about the same
 * @param ofPeople whether the name's own path speaks of people, as {@code customer.name} does
 * @param ofSomebody whether a table with such a column has a row for each person, as one with {@code patient_id} has
 * @param ofThings whether it speaks of things, places or many people at once
 * @param ofAnimals whether it speaks of animals
 * @param ofGroups whether it speaks of a count or share of many, and of nothing that one person has
 * @param ofOffice whether it speaks of somebody who acts for what the row is about, as {@code manager_name} does
 * @param ofNamed whether it holds things, which may be named after people
 * @param ofNothing whether it says of its values that they are nobody's, as {@code company_name} does
 * @param ofUnknown whether beside a hint of a person's name stands something of which nobody knows whose name it is
 * @param ofOwn whether it speaks of where somebody lives or is reached, as {@code billing_zip} does
 * @param half where it ends as the one half of somebody's name does, what stands before that
 * @param ofVersions whether it says that its values are versions, serials or the like, which may look like addresses of machines
 */
record HeaderReading(
        Map<String, Double> named,
        Map<String, Double> ofMany,
        Set<String> hinted,
        Set<String> beside,
        boolean ofPeople,
        boolean ofSomebody,
        boolean ofThings,
        boolean ofAnimals,
        boolean ofGroups,
        boolean ofOffice,
        boolean ofNamed,
        boolean ofNothing,
        boolean ofUnknown,
        boolean ofOwn,
        Optional<Half> half,
        boolean ofVersions) {

    /**
     * One of two columns that hold somebody's name together, such as {@code def_first} and {@code def_last}.
     *
     * @param of what stands before both
     */
    record Half(String of, boolean first) {

        private static final Set<String> FIRST = Set.of("first", "fst", "given", "fname", "forename");
        private static final Set<String> LAST = Set.of("last", "lst", "family", "lname", "surname");

        Half other() {
            return new Half(of, !first);
        }

        private static Optional<Half> of(String name) {
            List<String> words = Words.of(name);
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            boolean isHalf = words.size() > 1 && (FIRST.contains(last) || LAST.contains(last));
            return isHalf
                    ? Optional.of(new Half(String.join(" ", words.subList(0, words.size() - 1)), FIRST.contains(last)))
                    : Optional.empty();
        }
    }

    private static final String PERSON = "contact.name";
    /** A column for each variant of a genome is named as the databases number them. */
    private static final Pattern VARIANT = Pattern.compile("(?i)rs[0-9]{3,12}(?:[_-][acgt])?");

    private static final String GENETIC = "genetic";
    private static final double WHOLE = 0.9;
    private static final double PART = 0.85;
    private static final double ASIDE = 0.5;
    private static final double OF_OWNER = 0.6;
    private static final double SPECIAL_IN_A_QUESTION = 0.65;
    private static final double IN_A_QUESTION = 0.3;
    private static final double BY_TERM = 0.7;
    private static final int LONGEST_NAME = 6;
    private static final Set<String> KEYS = Set.of("id", "ids", "key", "uuid", "guid", "batch", "seq", "index");
    private static final Set<String> FLAGS = Set.of("flag", "has", "is", "distinct", "count", "cnt");
    private static final Set<String> CODES = Set.of("concept", "code", "type");

    static HeaderReading of(String header, Detectors detectors) {
        String full = detectors.headerWords().inFull(header);
        HeaderReading written = asWritten(header, detectors);
        return full.equals(header) ? written : written.plus(asWritten(full, detectors));
    }

    private static HeaderReading asWritten(String header, Detectors detectors) {
        CellReader values = detectors.headerReader();
        FoldedText text = values.text();
        Folding.fold(header, text);
        Reader reader = new Reader(text, Words.of(text.text()).size(), detectors);
        List<Phrases.Place> places = values.phrases();
        boolean held = HeadNouns.isHeld(places, text, detectors);
        for (int i = 0; i < places.size(); i++) {
            boolean last = i == places.size() - 1;
            reader.phrase(places.get(i), last, held && !last);
        }
        reader.nameOfPerson();
        values.terms().forEach(reader::term);
        if (VARIANT.matcher(text.text().strip()).matches()) {
            reader.named.put(GENETIC, WHOLE);
        }
        HeaderWords words = detectors.headerWords();
        int path = text.text().lastIndexOf('.');
        return new HeaderReading(
                Map.copyOf(reader.named),
                Map.copyOf(reader.ofMany),
                Set.copyOf(reader.hinted),
                words.beside(text.text()),
                path > 0 && words.speakOfPeople(text.text().substring(0, path)),
                !reader.nothing && words.isOfSomebody(text.text()),
                words.has(WordKind.THINGS, text.text()),
                words.has(WordKind.ANIMALS, text.text()) && !reader.isSpecial(),
                reader.named.isEmpty() && words.isShare(text.text()),
                words.has(WordKind.OFFICES, text.text()),
                words.isOfThing(text.text()),
                reader.nothing && reader.named.isEmpty(),
                reader.unknown,
                words.has(WordKind.OWN, text.text()),
                Half.of(text.text()),
                reader.version && reader.named.isEmpty());
    }

    /** What the name says as it is written and with its abbreviations written out. */
    private HeaderReading plus(HeaderReading full) {
        Map<String, Double> both = new HashMap<>(named);
        full.named.forEach((id, strength) -> both.merge(id, strength, Math::max));
        Map<String, Double> many = new HashMap<>(ofMany);
        full.ofMany.forEach((id, strength) -> many.merge(id, strength, Math::max));
        Set<String> hints = new HashSet<>(hinted);
        hints.addAll(full.hinted);
        Set<String> near = new HashSet<>(beside);
        near.addAll(full.beside);
        return new HeaderReading(
                Map.copyOf(both),
                Map.copyOf(many),
                Set.copyOf(hints),
                Set.copyOf(near),
                ofPeople || full.ofPeople,
                ofSomebody || full.ofSomebody,
                ofThings || full.ofThings,
                ofAnimals || full.ofAnimals,
                (ofGroups || full.ofGroups) && both.isEmpty(),
                ofOffice || full.ofOffice,
                ofNamed || full.ofNamed,
                (ofNothing || full.ofNothing) && both.isEmpty(),
                ofUnknown && full.ofUnknown,
                ofOwn || full.ofOwn,
                half.or(full::half),
                (ofVersions || full.ofVersions) && both.isEmpty());
    }

    /** The same after a column of that name: how a company's name is read is as little a person's as the name. */
    HeaderReading after(HeaderReading before, String own, HeaderWords words) {
        return before.ofNothing && words.isReading(own) ? nobodys() : this;
    }

    /** What a code book says of a column in place of what its name seems to say: it's one person's, and of these detectors. */
    HeaderReading coded(Set<String> detectors) {
        Map<String, Double> told = new HashMap<>();
        detectors.forEach(detector -> told.put(detector, WHOLE));
        return new HeaderReading(
                Map.copyOf(told),
                Map.of(),
                Set.of(),
                Set.of(),
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                detectors.isEmpty(),
                false,
                false,
                Optional.empty(),
                false);
    }

    /** Whether it says by itself that its values are names of people. */
    boolean isNamed() {
        return named.getOrDefault("person-name", 0.0) >= PART;
    }

    /** Whether it's one of the two numbers that say where something is. */
    boolean isOfPlace() {
        return hinted.contains("coordinates") || beside.contains("coordinates");
    }

    private HeaderReading nobodys() {
        return new HeaderReading(
                Map.of(),
                ofMany,
                Set.of(),
                Set.of(),
                false,
                false,
                ofThings,
                ofAnimals,
                ofGroups,
                false,
                ofNamed,
                true,
                ofUnknown,
                ofOwn,
                Optional.empty(),
                ofVersions);
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
        private final Map<String, Double> ofMany = new HashMap<>();
        private final Set<String> hinted = new HashSet<>();
        private boolean nothing;
        private boolean unknown;
        private boolean version;

        Reader(FoldedText text, int words, Detectors detectors) {
            this.text = text;
            this.words = words;
            this.detectors = detectors;
        }

        /** A phrase that may be last, or stand before what somebody has. */
        void phrase(Phrases.Place place, boolean last, boolean of) {
            String rest = text.text().substring(place.end());
            boolean aboutValue = detectors.headerWords().isAboutValue(rest)
                    || (!place.stops() && isFlag(text.text().substring(0, place.start())));
            boolean ofFirm = detectors
                    .headerWords()
                    .has(WordKind.ORGANISATIONS, text.text().substring(0, place.start()));
            boolean ofMany = isOfMany(place.start(), place.end());
            for (Phrases.Owner owner : place.owners()) {
                boolean name = owner.worth() == Phrases.Worth.NAME;
                nothing |= owner.worth() == Phrases.Worth.NOTHING;
                version |= owner.worth() == Phrases.Worth.STOP;
                if (!name && owner.worth() != Phrases.Worth.HINT) {
                    continue;
                }
                String category = detectors.known(owner.detector()).category();
                if (!name && category.equals(PERSON) && isOfThing(place)) {
                    nothing = true;
                    continue;
                }
                boolean special = Special.is(category);
                if (special && name && ofMany && mayBeOfOne(category, rest)) {
                    this.ofMany.merge(owner.detector(), PART, Math::max);
                }
                if (special
                        ? ofMany || isKey(category, rest) || isOfAnother(category, rest)
                        : aboutValue || (ofFirm && isOfFirm(owner.detector(), category))) {
                    continue;
                }
                if (name) {
                    named.merge(owner.detector(), strength(place, special, last, of), Math::max);
                } else {
                    hinted.add(owner.detector());
                }
            }
        }

        /** The name of an applicant, whatever the applicant is called, unless it's a firm. */
        void nameOfPerson() {
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
            return end < text.text().strip().length() && HeadNouns.isCount(text.text());
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

        private static boolean isFlag(String before) {
            List<String> words = Words.of(before);
            return !words.isEmpty() && FLAGS.contains(words.get(0));
        }

        /** What ends as {@code drug_exposure_id} does numbers its rows; a {@code drug_concept_id} is a drug. */
        private static boolean isKey(String category, String rest) {
            List<String> words = Words.of(rest);
            return Special.isOfEvents(category)
                    && !words.isEmpty()
                    && KEYS.contains(words.get(words.size() - 1))
                    && words.stream().noneMatch(CODES::contains);
        }

        /** Whether the share or count in the name could still be one person's: how often, not how many people. */
        private boolean mayBeOfOne(String category, String rest) {
            return !isKey(category, rest)
                    && !isOfAnother(category, rest)
                    && !HeadNouns.isCountOfPeople(rest)
                    && (rest.isBlank() || !HeadNouns.isCount(text.text()));
        }

        /** Whether the place, price or thing of it is meant, or somebody's age when it began. */
        private boolean isOfAnother(String category, String rest) {
            HeaderWords known = detectors.headerWords();
            boolean provided = known.isProvider(rest);
            nothing |= provided;
            return provided || (HeadNouns.isAge(rest) && !category.startsWith("sex"));
        }

        boolean isSpecial() {
            return named.keySet().stream()
                    .anyMatch(id -> Special.is(detectors.known(id).category()));
        }

        /** A flag under "diabetes" says as much as the word in a value. */
        void term(Match match) {
            if (match.confidence() > 0.5
                    && Special.is(match.category())
                    && !isOfMany(match.start(), match.end())
                    && !isOfAnother(match.category(), text.text().substring(match.end()))
                    && !isKey(match.category(), text.text().substring(match.end()))) {
                named.merge(match.detector(), words > LONGEST_NAME ? SPECIAL_IN_A_QUESTION : BY_TERM, Math::max);
            }
        }

        /** What stands last is what the column holds: {@code emergency_contact_phone} is a phone. */
        private double strength(Phrases.Place place, boolean special, boolean last, boolean of) {
            if (words > LONGEST_NAME) {
                return special ? SPECIAL_IN_A_QUESTION : IN_A_QUESTION;
            }
            if (!last && !special) {
                return ASIDE;
            }
            if (of) {
                return OF_OWNER;
            }
            return place.end() - place.start() >= text.text().strip().length() - 2 ? WHOLE : PART;
        }
    }
}
