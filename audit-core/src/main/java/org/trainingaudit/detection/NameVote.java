package org.trainingaudit.detection;

/** How sure a column's name makes it that the column holds what a detector is for, seen beside its values and its table. */
final class NameVote {

    private static final double HINT = 0.45;
    private static final double HINT_OF_PEOPLE = 0.65;
    private static final double BESIDE = 0.7;
    private static final double OF_NO_VALUES = 0.7;
    private static final int MANY = 10;

    private final ColumnFacts facts;
    private final Detectors detectors;
    private final String column;
    private final ColumnCounter counter;

    NameVote(ColumnFacts facts) {
        this.facts = facts;
        this.detectors = facts.detectors();
        this.column = facts.column();
        this.counter = facts.counter();
    }

    /** How sure the column's name makes it, seen beside what the column holds. */
    double name(Known detector, long matches, TableReading table) {
        double strength = said(detector, matches, table);
        if (counter.rows() == 0) {
            return strength;
        }
        if (counter.filled() == 0) {
            return strength * OF_NO_VALUES;
        }
        long contrary = detector.unlike().stream()
                .filter(kind -> kind != ValueKind.AMOUNT || isAgainstAmounts(detector, table))
                .mapToLong(counter::count)
                .sum();
        boolean contradicted = counter.areNearlyAll(contrary) && matches < 0.2 * counter.filled();
        return contradicted ? strength / 5 : strength;
    }

    /** Amounts are of somebody only where rows are: dues of a member, the share of a descent. */
    private static boolean isAgainstAmounts(Known detector, TableReading table) {
        return !ColumnFacts.special(detector) || table.nobodys() || table.ofUnknown();
    }

    private double said(Known detector, long matches, TableReading table) {
        HeaderReading header = counter.header();
        double strength = header.named().getOrDefault(detector.id(), 0.0);
        if (table.ofPeople() || table.ofSomebody()) {
            strength = Math.max(strength, header.ofMany().getOrDefault(detector.id(), 0.0));
        }
        if (isAmbiguous(detector, matches, table)) {
            strength = Math.min(strength, HINT);
        }
        if (header.hinted().contains(detector.id()) && !isOfCodes(detector, matches)) {
            strength = Math.max(strength, isBacked(detector, matches, table) ? HINT_OF_PEOPLE : HINT);
        }
        return isBeside(detector, table) ? Math.max(strength, BESIDE) : strength;
    }

    /** A race beside nothing that speaks of people's descent, and with no value that does. */
    private boolean isAmbiguous(Known detector, long matches, TableReading table) {
        return ColumnFacts.special(detector)
                && matches == 0
                && counter.filled() > 0
                && detectors.headerWords().isAmbiguous(column)
                && table.near().stream().noneMatch(near -> Special.isAkin(near, Special.root(detector.category())));
    }

    private boolean isBacked(Known detector, long matches, TableReading table) {
        boolean ofPeople = ColumnFacts.special(detector)
                ? facts.isOfSomebody(detector, table) && ColumnFacts.isAbout(detector, table)
                : (facts.isOfPeople(detector, table) || isOwnPlace(detector)) && !isOfUnknown(detector, table);
        return (ofPeople || ColumnFacts.isTrace(detector, table)) && !isOfNoNames(detector, matches);
    }

    /** A one under the name of a people or a church says that somebody belongs to it. */
    private boolean isMark(Known detector, TableReading table) {
        return ColumnFacts.special(detector)
                && counter.isOfSigns()
                && facts.isOfSomebody(detector, table)
                && detectors.headerWords().isMark(column);
    }

    /** The latitude of a home is somebody's. */
    private boolean isOwnPlace(Known detector) {
        return counter.header().ofOwn() && ColumnFacts.isReaching(detector);
    }

    /** Whether what the table is about, or the other half of a name, speaks for it. */
    private boolean isBeside(Known detector, TableReading table) {
        boolean person = detector.category().equals(ColumnFacts.PERSON);
        boolean about = counter.header().beside().contains(detector.id())
                && (ColumnFacts.isAbout(detector, table) || isMark(detector, table));
        return (about && !(person && table.ofAnimals())) || (person && facts.isHalf(table));
    }

    private boolean isOfUnknown(Known detector, TableReading table) {
        return detector.category().equals(ColumnFacts.PERSON)
                && (counter.header().ofUnknown() || table.ofAnimals());
    }

    /** The name of an order is a number with a sign before it, and nobody's. */
    private boolean isOfCodes(Known detector, long matches) {
        return detector.category().equals(ColumnFacts.PERSON)
                && counter.areNearlyAll(counter.count(ValueKind.CODE))
                && matches < 0.2 * counter.filled();
    }

    /** The name in a table of packages with their maintainers: hardly one of many values looks like a person's. */
    private boolean isOfNoNames(Known detector, long matches) {
        return detector.category().equals(ColumnFacts.PERSON)
                && counter.filled() >= 2 * MANY
                && matches < 0.03 * counter.filled();
    }
}
