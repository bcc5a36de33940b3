package org.trainingaudit.detection;

import java.util.Set;

/** What a column doesn't hold, however sure its name and values are: what is nobody's, and what only looks like it. */
final class Exclusions {

    private static final String BIRTH = "birth_date";
    private static final String FINANCES = "financial_profile";
    private static final String PHONE = "contact.phone";
    private static final String CARD = "payment_card";
    /** Numbers that a serial or a version may look like. */
    private static final Set<String> NUMBERS = Set.of("device_or_online_id.ip", PHONE, CARD);

    private final ColumnFacts facts;
    private final Detectors detectors;
    private final String column;
    private final ColumnCounter counter;

    Exclusions(ColumnFacts facts) {
        this.facts = facts;
        this.detectors = facts.detectors();
        this.column = facts.column();
        this.counter = facts.counter();
    }

    /** Whether the column doesn't hold it, however sure its name and content are. */
    boolean isExcluded(Known detector, double name, long matches, TableReading table) {
        boolean nobodys =
                detector.ofPeople() && !facts.isOfSomebody(detector, table) && !ColumnFacts.isAbout(detector, table);
        return nobodys
                || isLonely(detector, table)
                || isNobodys(detector, name, matches, table)
                || isNoName(detector, name)
                || isTooSmall(detector)
                || isOfThingsNames(detector, matches);
    }

    /** An amount, or a number of one or two digits, tells nobody apart and reaches nobody; a card's month has as few. */
    private boolean isTooSmall(Known detector) {
        String category = detector.category();
        long small = category.equals(CARD) ? 0 : counter.count(ValueKind.NUMBER);
        return (ContentVote.CHECKED.contains(Special.root(category)) || category.equals(PHONE))
                && counter.areNearlyAll(counter.count(ValueKind.AMOUNT) + small);
    }

    /** Something special, but a body's own measures, in a table that tells nobody apart and is about something else. */
    private boolean isLonely(Known detector, TableReading table) {
        return ColumnFacts.special(detector)
                && !ColumnFacts.isOfBody(detector)
                && table.ofUnknown()
                && !ColumnFacts.isAbout(detector, table);
    }

    /** Diseases in a list of codes are nobody's, and Smith in a column of publishers is no person. */
    private boolean isNobodys(Known detector, double name, long matches, TableReading table) {
        boolean special = ColumnFacts.special(detector);
        boolean person = detector.category().equals(ColumnFacts.PERSON);
        boolean unnamed = name == 0 && !counter.header().ofOffice();
        boolean ofRow = special && (table.ofAnimals() || !ColumnFacts.isOfBody(detector) || counter.isOfSigns());
        if (table.nobodys() && (ofRow || (person && (isOfAnything() || unnamed)))) {
            return true;
        }
        if (table.nobodys() && !table.ofAnimals() && detector.category().equals(FINANCES)) {
            return true;
        }
        if (table.ofAnimals()
                && detector.category().equals(BIRTH)
                && !detectors.headerWords().speakOfPeople(column)) {
            return true;
        }
        boolean said = Special.isOfBelonging(detector.category())
                && facts.isOfSomebody(detector, table)
                && counter.areNearlyAll(matches);
        boolean asked = special && !said && !detector.category().equals("health.treatment");
        return name == 0
                && (isVersion(detector)
                        || isQuasi(detector)
                        || (person && counter.header().ofNamed())
                        || (counter.header().ofNothing() && (person || asked)));
    }

    private boolean isOfAnything() {
        HeaderWords words = detectors.headerWords();
        return words.is(WordKind.NAMES_OF_ANYTHING, words.plain(column));
    }

    /** 1.2.3.4 in a column of versions, 080-1234-5678 in one of article numbers. */
    private boolean isVersion(Known detector) {
        return (NUMBERS.contains(detector.category())
                        || ContentVote.CHECKED.contains(Special.root(detector.category())))
                && counter.header().ofVersions();
    }

    private boolean isQuasi(Known detector) {
        return detector.category().equals("gender_identity")
                && detectors.headerWords().isWhollyQuasi(column);
    }

    /**
     * Whoever entered it is often a number, and whether they kept a date a flag; neither is anybody's name, nor are codes with
     * some letters as names have them.
     */
    private boolean isNoName(Known detector, double name) {
        long codes = counter.header().ofOffice() || name == 0 ? counter.count(ValueKind.CODE) : 0;
        return detector.category().equals(ColumnFacts.PERSON)
                && counter.areNearlyAll(counter.numbers() + codes + counter.count(ValueKind.FLAG));
    }

    /** Schools and aircraft may be called after people: of people's names more than every other one looks like one. */
    private boolean isOfThingsNames(Known detector, long matches) {
        return detector.category().equals(ColumnFacts.PERSON)
                && counter.header().ofUnknown()
                && counter.filled() > 0
                && matches < ContentVote.OF_NAMES * counter.filled();
    }
}
