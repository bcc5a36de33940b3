package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes classifications of what a column's name and values say.
 *
 * <p>The model, for each detector:
 *
 * <ul>
 *   <li><b>Name</b> n: 0.9 if the name is a phrase of the detector, 0.85 if it contains one, less in long questions; 0.45 if
 *       it only hints, and 0.65 then if the table speaks of people or of the same thing; 0.7 if it counts only in a table
 *       that is about the same, or beside the other half of somebody's name. It falls to a fifth where most values are of a kind
 *       that the detector says it can't be.
 *   <li><b>Content</b> c: the mean confidence of the matches, scaled down where fewer rows match than its strength
 *       demands: 2% of the filled rows for finds that are nearly proofs (0.9 and more), 15% (3% in running text) for good
 *       ones (0.6 and more), 60% for weak ones. A weak shape (0.35 and more) that fills most of a column is worth twice as much: a check
 *       digit that one random number in ten passes is no accident in a hundred rows.
 *   <li><b>Together</b>: 1 - (1 - n)(1 - c), told from 0.55 on. Nothing special is told of a table whose rows are things or groups.
 * </ul>
 */
final class ColumnVote {

    static final double TOLD_FROM = 0.55;

    /** From here on name or content counts as evidence of its own. */
    private static final double TOLD_FROM_ONE = 0.2;

    private static final double HINT = 0.45;
    private static final double HINT_OF_PEOPLE = 0.65;
    private static final double BESIDE = 0.7;
    private static final String PERSON = "contact.name";
    private static final String BIRTH = "birth_date";
    /** A template of a face tells its person apart by itself. */
    private static final String BODY = "biometric";

    private static final String FINANCES = "financial_profile";

    private static final String PHONE = "contact.phone";

    private static final String CARD = "payment_card";

    /** Numbers that a serial or a version may look like. */
    private static final Set<String> NUMBERS = Set.of("device_or_online_id.ip", PHONE, CARD);

    /** Of which every tenth number has the right check digit. */
    private static final Set<String> CHECKED = Set.of(CARD, "government_id", "financial_account");

    /** What people leave behind by calling and moving; where there is one of them, numbers and places are theirs. */
    private static final Set<String> TRACES = Set.of("communications_metadata", "device_or_online_id");

    private static final Set<String> REACHING = Set.of("contact", "precise_location");

    private static final Set<String> OF_PEOPLE = Set.of("contact", "government_id");

    private static final Set<String> NAMES_OF_ANYTHING =
            Set.of("name", "nom", "nombre", "nome", "naam", "navn", "namn", "nimi", "nazwa", "名", "label", "title");

    private static final double PROOF = 0.9;
    private static final double GOOD = 0.6;
    private static final double WEAK = 0.35;
    private static final double OF_NO_VALUES = 0.7;
    private static final int MANY = 10;

    /** Of a column of names lists know so many, be it by one word each. */
    private static final double OF_NAMES = 0.45;

    private static final double NAMES = 0.42;

    private final Detectors detectors;
    private final String column;
    private final ColumnCounter counter;

    ColumnVote(Detectors detectors, String column, ColumnCounter counter) {
        this.detectors = detectors;
        this.column = column;
        this.counter = counter;
    }

    /** The surest first, one for each category. */
    List<Classification> classifications(TableReading table) {
        Map<String, ColumnCounter.Tally> tallies = tallies();
        Set<String> candidates = new HashSet<>(tallies.keySet());
        candidates.addAll(counter.header().named().keySet());
        candidates.addAll(counter.header().ofMany().keySet());
        candidates.addAll(counter.header().hinted());
        candidates.addAll(counter.header().beside());
        if (isHalf(table)) {
            candidates.add("person-name");
        }
        Map<String, Classification> best = new LinkedHashMap<>();
        candidates.stream()
                .sorted()
                .flatMap(id -> vote(id, Optional.ofNullable(tallies.get(id)), table).stream())
                .sorted(Comparator.comparingDouble(Classification::confidence).reversed())
                .forEach(one -> best.putIfAbsent(one.category(), one));
        return new ArrayList<>(best.values());
    }

    /** Matches of a detector like this one count for it where the name speaks for it: a number under "fax" is a fax number. */
    private Map<String, ColumnCounter.Tally> tallies() {
        Map<String, ColumnCounter.Tally> tallies = counter.tallies();
        for (String id : counter.header().named().keySet()) {
            detectors
                    .known(id)
                    .like()
                    .filter(like -> !counter.header().named().containsKey(like))
                    .ifPresent(like -> {
                        ColumnCounter.Tally moved = tallies.remove(like);
                        if (moved != null) {
                            tallies.merge(id, moved, ColumnCounter.Tally::plus);
                        }
                    });
        }
        return tallies;
    }

    private Optional<Classification> vote(String id, Optional<ColumnCounter.Tally> tally, TableReading table) {
        Known detector = detectors.known(id);
        double content = tally.map(of -> content(detector, of)).orElse(0.0);
        long matches = tally.map(ColumnCounter.Tally::rows).orElse(0L);
        double name = name(detector, matches, table);
        double both = 1 - (1 - name) * (1 - content);
        if (both < TOLD_FROM || isRefused(detector, name, matches, table)) {
            return Optional.empty();
        }
        return Optional.of(new Classification(
                column,
                detector.category(),
                matches == 0 ? 0 : (double) matches / counter.rows(),
                matches,
                counter.rows(),
                Math.min(both, 0.99),
                evidence(name, content),
                id,
                detector.version()));
    }

    private static Evidence evidence(double name, double content) {
        boolean byContent = content >= TOLD_FROM_ONE;
        boolean byName = name >= TOLD_FROM_ONE;
        return byContent && byName ? Evidence.BOTH : byContent ? Evidence.CONTENT : Evidence.NAME;
    }

    /** Whether the column doesn't hold it, however sure its name and content are. */
    private boolean isRefused(Known detector, double name, long matches, TableReading table) {
        boolean nobodys = detector.ofPeople() && !isOfSomebody(detector, table) && !isAbout(detector, table);
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
        return (CHECKED.contains(Special.root(category)) || category.equals(PHONE))
                && counter.areNearlyAll(counter.count(ValueKind.AMOUNT) + small);
    }

    /** Something special, but a body's own measures, in a table that tells nobody apart and is about something else. */
    private boolean isLonely(Known detector, TableReading table) {
        return special(detector) && !isOfBody(detector) && table.ofUnknown() && !isAbout(detector, table);
    }

    private static boolean isOfBody(Known detector) {
        return Special.root(detector.category()).equals(BODY);
    }

    private static boolean special(Known detector) {
        return Special.is(detector.category());
    }

    /** Diseases in a list of codes are nobody's, and Smith in a column of publishers is no person. */
    private boolean isNobodys(Known detector, double name, long matches, TableReading table) {
        boolean special = special(detector);
        boolean person = detector.category().equals(PERSON);
        boolean unnamed = name == 0 && !counter.header().ofOffice();
        boolean ofRow = special && (table.ofAnimals() || !isOfBody(detector) || counter.isOfSigns());
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
                && isOfSomebody(detector, table)
                && counter.areNearlyAll(matches);
        boolean asked = special && !said && !detector.category().equals("health.treatment");
        return name == 0
                && (isVersion(detector)
                        || isQuasi(detector)
                        || (person && counter.header().ofNamed())
                        || (counter.header().ofNothing() && (person || asked)));
    }

    private boolean isOfAnything() {
        return NAMES_OF_ANYTHING.contains(detectors.headerWords().plain(column));
    }

    /** 1.2.3.4 in a column of versions, 080-1234-5678 in one of article numbers. */
    private boolean isVersion(Known detector) {
        return (NUMBERS.contains(detector.category()) || CHECKED.contains(Special.root(detector.category())))
                && counter.header().ofVersions();
    }

    private boolean isQuasi(Known detector) {
        return detector.category().equals("gender_identity")
                && detectors.headerWords().isWhollyQuasi(column);
    }

    private boolean isOfPeople(Known detector, TableReading table) {
        return table.ofPeople() || counter.header().ofPeople() || table.named().contains(detector.id());
    }

    private boolean isOfSomebody(Known detector, TableReading table) {
        return isOfPeople(detector, table)
                || table.ofSomebody()
                || counter.header().ofOwn();
    }

    /** How sure the column's name makes it, seen beside what the column holds. */
    private double name(Known detector, long matches, TableReading table) {
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
        return !special(detector) || table.nobodys() || table.ofUnknown();
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
        return special(detector)
                && matches == 0
                && counter.filled() > 0
                && detectors.headerWords().isAmbiguous(column)
                && table.near().stream().noneMatch(near -> Special.isAkin(near, Special.root(detector.category())));
    }

    private boolean isBacked(Known detector, long matches, TableReading table) {
        boolean ofPeople = special(detector)
                ? isOfSomebody(detector, table) && isAbout(detector, table)
                : (isOfPeople(detector, table) || isOwnPlace(detector)) && !isOfUnknown(detector, table);
        return (ofPeople || isTrace(detector, table)) && !isOfNoNames(detector, matches);
    }

    /** A one under the name of a people or a church says that somebody belongs to it. */
    private boolean isMark(Known detector, TableReading table) {
        return special(detector)
                && counter.isOfSigns()
                && isOfSomebody(detector, table)
                && detectors.headerWords().isMark(column);
    }

    /** The latitude of a home is somebody's. */
    private boolean isOwnPlace(Known detector) {
        return counter.header().ofOwn() && REACHING.contains(Special.root(detector.category()));
    }

    /** Whether what the table is about, or the other half of a name, speaks for it. */
    private boolean isBeside(Known detector, TableReading table) {
        boolean person = detector.category().equals(PERSON);
        boolean about = counter.header().beside().contains(detector.id())
                && (isAbout(detector, table) || isMark(detector, table));
        return (about && !(person && table.ofAnimals())) || (person && isHalf(table));
    }

    private boolean isOfUnknown(Known detector, TableReading table) {
        return detector.category().equals(PERSON) && (counter.header().ofUnknown() || table.ofAnimals());
    }

    /** Whether the table has the other half of the name, too. */
    private boolean isHalf(TableReading table) {
        return counter.header()
                .half()
                .filter(half -> table.halves().contains(half.other()))
                .isPresent();
    }

    /**
     * Whoever entered it is often a number, and whether they kept a date a flag; neither is anybody's name, nor are codes with
     * some letters as names have them.
     */
    private boolean isNoName(Known detector, double name) {
        long codes = counter.header().ofOffice() || name == 0 ? counter.count(ValueKind.CODE) : 0;
        return detector.category().equals(PERSON)
                && counter.areNearlyAll(counter.numbers() + codes + counter.count(ValueKind.FLAG));
    }

    /** The name of an order is a number with a sign before it, and nobody's. */
    private boolean isOfCodes(Known detector, long matches) {
        return detector.category().equals(PERSON)
                && counter.areNearlyAll(counter.count(ValueKind.CODE))
                && matches < 0.2 * counter.filled();
    }

    /** The name in a table of packages with their maintainers: hardly one of many values looks like a person's. */
    private boolean isOfNoNames(Known detector, long matches) {
        return detector.category().equals(PERSON) && counter.filled() >= 2 * MANY && matches < 0.03 * counter.filled();
    }

    /** Schools and aircraft may be called after people: of people's names more than every other one looks like one. */
    private boolean isOfThingsNames(Known detector, long matches) {
        return detector.category().equals(PERSON)
                && counter.header().ofUnknown()
                && counter.filled() > 0
                && matches < OF_NAMES * counter.filled();
    }

    private static boolean isAbout(Known detector, TableReading table) {
        String root = Special.root(detector.category());
        return table.topics().contains(root)
                || (table.ofPeople() && OF_PEOPLE.contains(root))
                || isTrace(detector, table);
    }

    private static boolean isTrace(Known detector, TableReading table) {
        return REACHING.contains(Special.root(detector.category()))
                && table.topics().stream().anyMatch(TRACES::contains);
    }

    private double content(Known detector, ColumnCounter.Tally tally) {
        double confidence = tally.confidence();
        double share = (double) tally.rows() / counter.filled();
        boolean names = detector.category().equals(PERSON) && share >= OF_NAMES && tally.rows() >= MANY / 2;
        boolean full = share >= 0.6 && tally.rows() >= MANY;
        if (confidence < GOOD && ((confidence >= WEAK && full) || (confidence >= NAMES && names))) {
            return Math.min(PROOF, 2 * confidence);
        }
        double scaled = confidence * Math.min(1, share / demanded(detector, confidence));
        boolean lonely = tally.rows() == 1 && confidence < PROOF && counter.filled() > 3;
        return lonely ? scaled / 2 : scaled;
    }

    /** In a column of nothing but numbers of the same kind some have the right check digit by chance. */
    private boolean isByChance(Known detector) {
        return CHECKED.contains(Special.root(detector.category()))
                && !counter.header().named().containsKey(detector.id())
                && counter.areNearlyAll(counter.numbers() + counter.count(ValueKind.CODE));
    }

    private double demanded(Known detector, double confidence) {
        if (isByChance(detector)) {
            return 0.6;
        }
        if (confidence >= PROOF) {
            return 0.02;
        }
        boolean prose = counter.count(ValueKind.TEXT) > counter.filled() / 2;
        return confidence >= GOOD ? (prose ? 0.03 : 0.15) : 0.6;
    }
}
