package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a table says of each of its columns: by its name first, then by what its columns say by themselves. */
final class TableReader {

    /** So many columns of things, of places or of counts are no accident. */
    private static final int SURELY = 2;

    /** Of so many columns one would tell people apart if the rows were about them. */
    private static final int SOME = 5;

    /** Of so many measures hardly anything else may stand beside them. */
    private static final int SEVERAL = 3;

    /** Of whose columns more are special is no table of things, whatever its other columns are called. */
    private static final double MOST = 0.4;

    private static final double MOST_OF_ALL = 0.6;

    private final TableReading byName;
    private final List<TableColumn> columns;
    private final List<HeaderReading> headers;

    /** Whether the table's name is that of a list of things. */
    private final boolean listed;

    /** Whether its name says that it sums up. */
    private final boolean sums;

    /** Whether its columns say that its rows are areas, times or groups. */
    private final boolean grouped;

    /** Whether a column tells people apart. */
    private final boolean apart;

    private TableReader(TableReading byName, String name, List<TableColumn> columns, HeaderWords words) {
        this.byName = byName;
        this.columns = columns;
        this.headers = columns.stream().map(TableColumn::header).toList();
        this.listed = words.has(WordKind.THINGS, name);
        this.sums = words.isOfSums(name);
        this.grouped = TableGroups.areIn(columns);
        this.apart = columns.stream().anyMatch(one -> one.tellsApart(listed || areGroups()));
    }

    /**
     * What it says when its columns are known.
     *
     * @param byName what its name alone says
     */
    static TableReading read(TableReading byName, String name, List<TableColumn> columns, HeaderWords words) {
        return new TableReader(byName, name, columns, words).reading();
    }

    private TableReading reading() {
        Set<HeaderReading.Half> halves =
                headers.stream().flatMap(header -> header.half().stream()).collect(Collectors.toSet());
        boolean people = isOfPeople(halves);
        boolean somebody =
                people || (!sums && apart) || columns.stream().anyMatch(one -> one.isTold("health.record_id"));
        boolean unknown = !somebody && isOfUnknown();
        boolean animals = byName.ofAnimals() || headers.stream().anyMatch(HeaderReading::ofAnimals);
        ColumnTopics topics = new ColumnTopics(byName.topics(), columns);
        return new TableReading(
                people,
                somebody && !areThings(),
                animals || ((areThings() || areGroups() || arePlaces() || sums) && !somebody),
                animals,
                unknown,
                byName.named(),
                topics.about(unknown),
                topics.near(),
                halves);
    }

    private boolean isOfPeople(Set<HeaderReading.Half> halves) {
        boolean catalogue = arePlaces() || (areThings() && (listed || count(HeaderReading::ofThings) >= SURELY));
        return (byName.ofPeople() && (apart || !(sums || grouped)))
                || columns.stream()
                        .anyMatch(one -> one.isOfOwn() && one.header().isHalfOf(halves))
                || TableSubject.isIn(columns, apart, catalogue)
                || TableSubject.isPortrayedIn(columns);
    }

    private boolean arePlaces() {
        return count(HeaderReading::isOfPlace) >= SURELY;
    }

    private boolean areGroups() {
        return grouped || count(HeaderReading::ofGroups) >= SURELY;
    }

    /** Whether its rows are things, by its name or by columns of which not too many are special. */
    private boolean areThings() {
        long ofThings = count(HeaderReading::ofThings);
        long special = columns.stream().filter(TableColumn::isSpecial).count();
        return listed || (ofThings > 0 && special <= (ofThings < SURELY ? MOST : MOST_OF_ALL) * columns.size());
    }

    private long count(Predicate<HeaderReading> said) {
        return headers.stream().filter(said).count();
    }

    /** Whether one of so many columns would tell people apart if the rows were about them, or whether hardly anything is but measured. */
    private boolean isOfUnknown() {
        long measures =
                columns.stream().filter(one -> one.counter().isOfMeasures()).count();
        return columns.stream().filter(one -> !one.isNameless()).count() >= SOME
                || (measures >= SEVERAL && 2 * measures > columns.size());
    }
}
