package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table says of each of its columns.
 *
 * @param ofPeople whether its rows are people, by its name or by another column
 * @param ofSomebody whether anything in it tells people apart, be it a number, and it isn't a list of things
 * @param nobodys whether its rows are things, places or groups, and nothing in it tells people apart: a list of diseases
 *     is about nobody's health
 * @param ofAnimals whether it's about animals, and perhaps about people who have to do with them
 * @param ofUnknown whether it has some columns, and none of them tells people apart
 * @param named detectors of which the table's name speaks: a table called "addresses" makes "house" an address
 * @param topics first parts of the categories that it's about, by its name or by two of its columns
 * @param near first parts of the categories of which the table's name or any column speaks that isn't ambiguous
 * @param halves columns by which a name is in two halves
 */
record TableReading(
        boolean ofPeople,
        boolean ofSomebody,
        boolean nobodys,
        boolean ofAnimals,
        boolean ofUnknown,
        Set<String> named,
        Set<String> topics,
        Set<String> near,
        Set<HeaderReading.Half> halves) {

    private static final String NAME = "contact.name";

    private static final String EMAIL = "contact.email";
    private static final String BIRTH = "birth_date";
    private static final String GOVERNMENT_ID = "government_id";
    private static final String ORIGIN = "racial_or_ethnic_origin";

    /** So many columns of things or of counts are no accident. */
    private static final int SURELY = 2;

    /** Of so many columns one would tell people apart if the rows were about them. */
    private static final int SOME = 5;

    private static final double SURE = 0.8;
    private static final double SURE_ENOUGH = 0.65;

    /** So many columns, and so large a share of them, make a topic. */
    private static final int COLUMNS = 2;

    private static final double TOPIC = 0.2;

    /** So many are no accident in a table of however many. */
    private static final int SURELY_A_TOPIC = 10;

    /** So many columns are enough where the table's name speaks of the same. */
    private static final int SEVERAL = 3;

    /** Of whose columns more are special is no table of things, whatever its other columns are called. */
    private static final double MOST = 0.4;

    private static final double MOST_OF_ALL = 0.6;

    /** So far in front stands the name of whom a row is about: one of the first columns, or of the first share of them. */
    private static final int FIRST = 4;

    private static final double LEADING = 0.4;

    /** So large a share of columns of amounts and counts. */
    private static final double MEASURES = 0.3;

    /** What its name alone says. */
    static TableReading of(String name, Detectors detectors) {
        Set<String> named = HeaderReading.of(name, detectors).named().keySet();
        Set<String> topics = new HashSet<>();
        detectors
                .headerWords()
                .topics()
                .of(name)
                .forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        named.forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        return new TableReading(
                detectors.headerWords().isTableOfPeople(name),
                false,
                false,
                detectors.headerWords().isTableOfAnimals(name),
                false,
                named,
                topics,
                topics,
                Set.of());
    }

    /**
     * A column, by itself.
     *
     * @param told what its name and values say
     * @param counter what its values look like
     */
    record Column(String name, HeaderReading header, List<Classification> told, ColumnCounter counter) {

        /** A column without a name says nothing of whether rows are people. */
        private boolean isNameless() {
            return name.startsWith("#");
        }

        private boolean isTold(String category) {
            return told.stream()
                    .anyMatch(one -> one.confidence() >= SURE && one.category().equals(category));
        }

        /** Whether a row is about the person whose birth date or number it has; a number has to look like one. */
        private boolean isOfSubject() {
            return isTold(BIRTH)
                    || told.stream()
                            .filter(one -> counter.filled() == 0 || one.evidence() != Evidence.NAME)
                            .anyMatch(one -> one.confidence() >= SURE
                                    && Special.root(one.category()).equals(GOVERNMENT_ID));
        }

        /** Whether it holds names of people by its own name and its values, and not of those who answer for what the row is about. */
        private boolean isNamed() {
            return isTold(NAME) && header.isNamed() && isOfOwn();
        }

        /** Whether its values look like names of people, and its own name doesn't say that they are of something else. */
        private boolean looksLikeNames() {
            return isOfOwn()
                    && !isOfProse()
                    && told.stream()
                            .anyMatch(one -> one.category().equals(NAME)
                                    && one.confidence() >= SURE_ENOUGH
                                    && counter.areNearlyAll(one.matches()));
        }

        /** Whether it's by mail to these that the row's person is reached: an address within a description is of somebody else. */
        private boolean isOfMail() {
            return isTold(EMAIL) && !isOfProse();
        }

        /** Whether it tells of much more than one person's name or address. */
        private boolean isOfProse() {
            return 2 * counter.count(ValueKind.TEXT) > counter.filled();
        }

        /** What its name says, if it has one. */
        private Stream<Classification> saidByName() {
            return told.stream().filter(one -> isNameless() || one.evidence() != Evidence.CONTENT);
        }

        private boolean isOfOwn() {
            return !header.ofOffice();
        }

        /** Whether it tells people apart; sex and age are of groups, too, and of animals and plants. */
        private boolean tellsApart(HeaderWords words, boolean ofMany) {
            String plain = Folding.fold(name).lower();
            boolean grouped = ofMany && (words.isQuasi(plain) || words.is(WordKind.SEXES, plain) || isSpecial());
            boolean counted = counter.isOfMeasures() && Words.of(plain).size() > 1 && words.isOfPersonAlone(plain);
            boolean averaged = ofMany && (counter.isOfAmounts() || counted);
            boolean paid = counter.isOfAmounts() && words.isOfPersonAlone(plain);
            return header.ofSomebody() && !grouped && !averaged && !paid && !counter.isOfFlags();
        }

        /** Whether it's of a body by which its person is known. */
        private boolean isOfBody() {
            return told.stream()
                            .anyMatch(one -> one.confidence() >= SURE
                                    && Special.root(one.category()).equals("biometric"))
                    && !counter.isOfSigns();
        }

        /** Whether it's one of two halves of a name. */
        private boolean isHalf(Set<HeaderReading.Half> halves) {
            return header.half().filter(half -> halves.contains(half.other())).isPresent();
        }

        /** Whether it's of areas, times or groups by its name. */
        private boolean isDimension(HeaderWords words) {
            return !counter.isOfAmounts()
                    && words.has(WordKind.DIMENSIONS, Folding.fold(name).text());
        }

        /** Whether it says how many rows a group has. */
        private boolean countsRows(HeaderWords words) {
            return counter.areNearlyAll(counter.numbers())
                    && (words.is(WordKind.FREQUENCIES, words.plain(name))
                            || (counter.isOfMeasures() && words.is(WordKind.HEADCOUNTS, words.plain(name))));
        }

        /** Whether it only numbers the rows of the table. */
        private boolean numbersRows(HeaderWords words) {
            return (isNameless() || words.is(WordKind.ROW_NUMBERS, words.plain(name)))
                    && counter.areNearlyAll(counter.numbers());
        }

        private boolean isSpecial() {
            return told.stream().anyMatch(one -> Special.is(one.category()));
        }
    }

    /** What it says besides when its columns are known. */
    TableReading with(String name, List<Column> columns, Detectors detectors) {
        List<HeaderReading> headers = columns.stream().map(Column::header).toList();
        long special = columns.stream().filter(Column::isSpecial).count();
        long ofThings = headers.stream().filter(HeaderReading::ofThings).count();
        boolean places = headers.stream().filter(HeaderReading::isOfPlace).count() >= SURELY;
        boolean listed = detectors.headerWords().has(WordKind.THINGS, name);
        boolean things =
                listed || (ofThings > 0 && special <= (ofThings < SURELY ? MOST : MOST_OF_ALL) * columns.size());
        boolean catalogue = places || (things && (listed || ofThings >= SURELY));
        Set<HeaderReading.Half> halves =
                headers.stream().flatMap(header -> header.half().stream()).collect(Collectors.toSet());
        boolean sums = detectors.headerWords().isOfSums(name);
        boolean grouped = isOfGroups(columns, detectors.headerWords());
        boolean groups =
                grouped || headers.stream().filter(HeaderReading::ofGroups).count() >= SURELY;
        boolean apart = columns.stream().anyMatch(one -> one.tellsApart(detectors.headerWords(), listed || groups));
        boolean people = (ofPeople && (apart || !(sums || grouped)))
                || columns.stream().anyMatch(column -> column.isOfOwn() && column.isHalf(halves))
                || isOfSubject(columns, apart, catalogue)
                || arePortrayed(columns, detectors.headerWords());
        boolean summed = !people && sums;
        boolean somebody =
                people || (!summed && apart) || columns.stream().anyMatch(one -> one.isTold("health.record_id"));
        boolean unknown = !somebody && isOfUnknown(columns);
        boolean animals = ofAnimals || headers.stream().anyMatch(HeaderReading::ofAnimals);
        return new TableReading(
                people,
                somebody && !things,
                animals || ((things || groups || places || summed) && !somebody),
                animals,
                unknown,
                named,
                topics(columns, unknown),
                near(columns, detectors.headerWords()),
                halves);
    }

    /**
     * Whether rows are areas, times or groups: such columns come first, or columns of amounts and counts stand beside one, and
     * so are of all who belong there; or a column says how many rows each has come from.
     */
    private static boolean isOfGroups(List<Column> all, HeaderWords words) {
        List<Column> columns =
                all.stream().filter(one -> !one.numbersRows(words)).toList();
        List<Column> dimensions =
                columns.stream().filter(one -> one.isDimension(words)).toList();
        long measures = columns.stream()
                .filter(one -> !dimensions.contains(one) && one.counter().isOfMeasures())
                .count();
        boolean keyed = all.size() > SURELY
                && columns.size() >= SURELY
                && dimensions.containsAll(columns.subList(0, SURELY))
                && !areIndividuals(columns, words);
        return keyed
                || columns.stream().anyMatch(one -> one.countsRows(words))
                || (!dimensions.isEmpty() && measures > 0 && isOfMeasures(columns, dimensions, measures, words));
    }

    /** Whether one of so many columns would tell people apart if the rows were about them, or whether hardly anything is but measured. */
    private static boolean isOfUnknown(List<Column> columns) {
        long measures =
                columns.stream().filter(one -> one.counter().isOfMeasures()).count();
        return columns.stream().filter(one -> !one.isNameless()).count() >= SOME
                || (measures >= SEVERAL && 2 * measures > columns.size());
    }

    /** People of a census by year and state have an age, a sex and a marital status each, and nothing is counted of them. */
    private static boolean areIndividuals(List<Column> columns, HeaderWords words) {
        return columns.stream().noneMatch(one -> one.header().ofGroups())
                && columns.stream()
                                .filter(one -> words.isWhollyQuasi(one.name()))
                                .count()
                        >= SEVERAL;
    }

    /** Whether there are so many measures, or hardly anything but them, areas, times and what groups people. */
    private static boolean isOfMeasures(
            List<Column> columns, List<Column> dimensions, long measures, HeaderWords words) {
        long grouping = columns.stream()
                .filter(one -> dimensions.contains(one) || words.isWhollyQuasi(one.name()))
                .count();
        return measures >= Math.max(SURELY, MEASURES * columns.size()) || grouping + measures >= columns.size();
    }

    /**
     * Whether one of the columns says whose the row is. A name far behind, beside which nothing tells people apart, is of
     * one who has to do with the row's thing: its author, its driver.
     */
    private static boolean isOfSubject(List<Column> columns, boolean apart, boolean catalogue) {
        for (int i = 0; i < columns.size(); i++) {
            Column one = columns.get(i);
            boolean leading = apart || i < FIRST || i <= LEADING * columns.size();
            boolean named =
                    leading && (one.isNamed() || (!catalogue && one.isOfOwn() && one.isTold(NAME) && !one.isOfProse()));
            boolean reached = !catalogue && one.isOfOwn() && one.isOfMail();
            if (named || reached || one.isOfSubject() || one.isOfBody()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the first columns holds what looks like people's names, and another an age or a sex as people have. */
    private static boolean arePortrayed(List<Column> columns, HeaderWords words) {
        return columns.stream().limit(FIRST).anyMatch(Column::looksLikeNames)
                && columns.stream().anyMatch(one -> words.isWhollyQuasi(one.name()));
    }

    private Set<String> near(List<Column> columns, HeaderWords words) {
        Set<String> near = new HashSet<>(topics);
        columns.stream()
                .filter(column -> !words.isAmbiguous(column.name()))
                .flatMap(column -> column.told().stream())
                .forEach(one -> near.add(Special.root(one.category())));
        if (columns.stream().anyMatch(column -> words.isWhollyQuasi(column.name()))) {
            near.add(ORIGIN);
        }
        return near;
    }

    /** Where nothing tells people apart the table's name is of things as well: a stock of drugs, a list of churches. */
    private Set<String> topics(List<Column> columns, boolean unknown) {
        Map<String, Set<String>> about = new HashMap<>();
        columns.stream()
                .flatMap(column -> unknown ? column.saidByName() : column.told().stream())
                .filter(one -> one.confidence() >= SURE_ENOUGH)
                .forEach(one -> about.computeIfAbsent(Special.root(one.category()), key -> new HashSet<>())
                        .add(one.column()));
        Set<String> found = new HashSet<>(topics);
        found.removeIf(topic -> unknown && Special.is(topic));
        about.forEach((topic, of) -> {
            double demanded = Math.min(SURELY_A_TOPIC, Math.max(COLUMNS, TOPIC * columns.size()));
            if (of.size() >= (topics.contains(topic) ? Math.min(SEVERAL, demanded) : demanded)) {
                found.add(topic);
            }
        });
        return found;
    }
}
