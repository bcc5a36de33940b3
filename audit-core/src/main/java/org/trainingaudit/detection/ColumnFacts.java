package org.trainingaudit.detection;

import java.util.Set;

/**
 * What a column's name, its values and its table have to do with people: asked by all that vote on it.
 *
 * @param column its name
 * @param counter what its values came to
 */
record ColumnFacts(Detectors detectors, String column, ColumnCounter counter) {

    static final String PERSON = "contact.name";

    /** What people leave behind by calling and moving; where there is one of them, numbers and places are theirs. */
    private static final Set<String> TRACES = Set.of("communications_metadata", "device_or_online_id");

    private static final Set<String> REACHING = Set.of("contact", "precise_location");
    private static final Set<String> OF_PEOPLE = Set.of("contact", "government_id");
    /** A template of a face tells its person apart by itself. */
    private static final String BODY = "biometric";

    boolean isOfPeople(Known detector, TableReading table) {
        return table.ofPeople() || counter.header().ofPeople() || table.named().contains(detector.id());
    }

    boolean isOfSomebody(Known detector, TableReading table) {
        return isOfPeople(detector, table)
                || table.ofSomebody()
                || counter.header().ofOwn();
    }

    static boolean isAbout(Known detector, TableReading table) {
        String root = Special.root(detector.category());
        return table.topics().contains(root)
                || (table.ofPeople() && OF_PEOPLE.contains(root))
                || isTrace(detector, table);
    }

    static boolean isTrace(Known detector, TableReading table) {
        return isReaching(detector) && table.topics().stream().anyMatch(TRACES::contains);
    }

    static boolean special(Known detector) {
        return Special.is(detector.category());
    }

    static boolean isOfBody(Known detector) {
        return Special.root(detector.category()).equals(BODY);
    }

    /** Whether the table has the other half of the name, too. */
    boolean isHalf(TableReading table) {
        return counter.header().isHalfOf(table.halves());
    }

    /** Whether it is what people are reached by, or where they are. */
    static boolean isReaching(Known detector) {
        return REACHING.contains(Special.root(detector.category()));
    }
}
