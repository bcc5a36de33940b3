package org.trainingaudit.detection;

import java.util.List;

/**
 * Whether a table's rows are areas, times or groups: such columns come first, or columns of amounts and counts stand beside one,
 * and so are of all who belong there; or a column says how many rows each has come from.
 */
final class TableGroups {

    /** So many columns of areas, of counts, or of anything are no accident. */
    private static final int SURELY = 2;

    /** So many columns that single people out are of people one by one. */
    private static final int SEVERAL = 3;

    /** So large a share of columns of amounts and counts. */
    private static final double MEASURES = 0.3;

    private final List<TableColumn> all;

    /** Those that do more than number the rows. */
    private final List<TableColumn> columns;

    private final List<TableColumn> dimensions;

    private TableGroups(List<TableColumn> all) {
        this.all = all;
        this.columns = all.stream().filter(one -> !one.numbersRows()).toList();
        this.dimensions = columns.stream().filter(TableColumn::isDimension).toList();
    }

    /** Whether these are the columns of such a table. */
    static boolean areIn(List<TableColumn> columns) {
        TableGroups groups = new TableGroups(columns);
        return groups.areKeys() || groups.columns.stream().anyMatch(TableColumn::countsRows) || groups.areMeasured();
    }

    /** Whether the first columns are of areas, times or groups. */
    private boolean areKeys() {
        return all.size() > SURELY
                && columns.size() >= SURELY
                && dimensions.containsAll(columns.subList(0, SURELY))
                && !areIndividuals();
    }

    /** People of a census by year and state have an age, a sex and a marital status each, and nothing is counted of them. */
    private boolean areIndividuals() {
        return columns.stream().noneMatch(one -> one.header().ofGroups())
                && columns.stream().filter(TableColumn::isWhollyQuasi).count() >= SEVERAL;
    }

    /** Whether beside an area, a time or a group stand so many measures, or hardly anything but them and what groups people. */
    private boolean areMeasured() {
        long measures = columns.stream()
                .filter(one -> !dimensions.contains(one) && one.counter().isOfMeasures())
                .count();
        long grouping = columns.stream()
                .filter(one -> dimensions.contains(one) || one.isWhollyQuasi())
                .count();
        boolean most = measures >= Math.max(SURELY, MEASURES * columns.size()) || grouping + measures >= columns.size();
        return !dimensions.isEmpty() && measures > 0 && most;
    }
}
