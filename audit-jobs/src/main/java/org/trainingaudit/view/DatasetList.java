package org.trainingaudit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Datasets as the last run that looked at them left them. */
@Component
public class DatasetList {

    /** Fewer matches than this could point at a person and aren't shown. */
    private static final long SMALLEST = 10;

    private final JdbcClient jdbc;

    DatasetList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dataset.
     *
     * @param skipped why it wasn't scanned the last time; empty where it was
     * @param complete whether every row was read and classified
     * @param run the run that read it last
     */
    public record Line(
            String dataset,
            String fingerprint,
            String skipped,
            long read,
            long classified,
            long rejected,
            boolean complete,
            String run) {}

    /**
     * A category in a column.
     *
     * @param matches in how many rows; empty where so few could point at a person
     * @param share of the rows; empty for the same reason
     * @param confidence 0 to 1
     * @param evidence content, name or both; review where a person alone says so
     * @param review what a person said of it: confirmed or rejected, {@code -overtaken} where the data have changed since
     */
    public record Column(
            String column,
            String category,
            String detector,
            String version,
            Optional<Long> matches,
            Optional<Double> share,
            double confidence,
            String evidence,
            String review) {}

    /**
     * A page of datasets by id.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<Line> page(Sight sight, String after, int size) {
        List<Line> page = new ArrayList<>();
        for (Stretch stretch : Stretch.of(sight)) {
            page.addAll(page(stretch, after, size));
        }
        return page.subList(0, Math.min(size, page.size()));
    }

    /** How many of those that were scanned the last time have rows that could not be read. */
    public long unread(Sight sight) {
        return jdbc
                .sql("select dataset from view_dataset where complete = false and skipped = ''")
                .query(String.class)
                .list()
                .stream()
                .filter(sight::covers)
                .count();
    }

    /** What lies between two ids: a source's datasets do, because their ids begin with its name and a slash. */
    private record Stretch(String from, Optional<String> to) {

        /** The sign behind the slash. */
        private static final String BEHIND = "0";

        static List<Stretch> of(Sight sight) {
            return sight.sources()
                    .map(sources -> sources.stream()
                            .map(source -> new Stretch(source + "/", Optional.of(source + BEHIND)))
                            .sorted(Comparator.comparing(Stretch::from))
                            .toList())
                    .orElse(List.of(new Stretch("", Optional.empty())));
        }
    }

    private List<Line> page(Stretch stretch, String after, int size) {
        String end = stretch.to.isPresent() ? " and dataset < :to" : "";
        return jdbc.sql("select * from view_dataset where dataset > :from" + end + " order by dataset limit " + size)
                .param("from", after.compareTo(stretch.from) > 0 ? after : stretch.from)
                .param("to", stretch.to.orElse(""))
                .query(DatasetList::line)
                .list();
    }

    /** The dataset of that id, if it is seen. */
    public Optional<Line> find(String dataset, Sight sight) {
        return jdbc.sql("select * from view_dataset where dataset = ?")
                .param(dataset)
                .query(DatasetList::line)
                .optional()
                .filter(line -> sight.covers(line.dataset()));
    }

    /** What was found in its columns. */
    public List<Column> columns(String dataset) {
        return jdbc.sql("select * from view_column where dataset = ? order by column_name, category, detector")
                .param(dataset)
                .query(DatasetList::column)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("dataset"),
                row.getString("fingerprint"),
                row.getString("skipped"),
                row.getLong("read_rows"),
                row.getLong("classified"),
                row.getLong("rejected"),
                row.getBoolean("complete"),
                row.getString("run_key"));
    }

    private static Column column(ResultSet row, int index) throws SQLException {
        long matches = row.getLong("matches");
        boolean small = matches > 0 && matches < SMALLEST;
        return new Column(
                row.getString("column_name"),
                row.getString("category"),
                row.getString("detector"),
                row.getString("detector_version"),
                small ? Optional.empty() : Optional.of(matches),
                small ? Optional.empty() : Optional.of(row.getLong("share_ppm") / 1e6),
                row.getLong("confidence_ppm") / 1e6,
                row.getString("evidence"),
                row.getString("review"));
    }
}
