package org.trainingaudit.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The reviews of columns at hand, which the trail's entries are the record of; joins the caller's transaction. */
public final class ColumnReviews {

    private static final String SELECT = "select * from use_column_review";

    private final JdbcClient jdbc;

    /** Those of this database. */
    public ColumnReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a decision, which ends an earlier one on the same category of the same column, and gives it its number. */
    public ColumnReview add(ColumnReview decided) {
        long number = jdbc.sql("select coalesce(max(number), 0) + 1 from use_column_review")
                .query(Long.class)
                .single();
        jdbc.sql("update use_column_review set withdrawn_on = ? where dataset = ? and column_name = ? and category = ?"
                        + " and withdrawn_on is null")
                .params(decided.decidedOn(), decided.dataset(), decided.column(), decided.category())
                .update();
        ColumnReview review = new ColumnReview(
                number,
                decided.dataset(),
                decided.column(),
                decided.category(),
                decided.decision(),
                decided.by(),
                decided.reason(),
                decided.decidedOn(),
                decided.fingerprint(),
                decided.withdrawnOn());
        insert(review);
        return review;
    }

    private void insert(ColumnReview review) {
        jdbc.sql("insert into use_column_review (number, dataset, column_name, category, decision, actor, reason,"
                        + " decided_on, fingerprint) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        review.number(),
                        review.dataset(),
                        review.column(),
                        review.category(),
                        review.decision().name(),
                        review.by(),
                        review.reason(),
                        review.decidedOn(),
                        review.fingerprint())
                .update();
        review.withdrawnOn().ifPresent(day -> withdraw(review.number(), day));
    }

    /** Takes one back from that day on. */
    public void withdraw(long number, LocalDate day) {
        jdbc.sql("update use_column_review set withdrawn_on = ? where number = ? and withdrawn_on is null")
                .params(day, number)
                .update();
    }

    /** The one of that number. */
    public Optional<ColumnReview> find(long number) {
        return jdbc.sql(SELECT + " where number = ?")
                .param(number)
                .query(ColumnReviews::read)
                .optional();
    }

    /** All that were ever given, in that order. */
    public List<ColumnReview> all() {
        return jdbc.sql(SELECT + " order by number").query(ColumnReviews::read).list();
    }

    /** The datasets of whose columns any was ever given, by the names that the trail has. */
    public Set<String> datasets() {
        return Set.copyOf(jdbc.sql("select distinct dataset from use_column_review")
                .query(String.class)
                .list());
    }

    /** All that were ever given of a dataset, in that order. */
    public List<ColumnReview> of(String dataset) {
        return jdbc.sql(SELECT + " where dataset = ? order by number")
                .param(dataset)
                .query(ColumnReviews::read)
                .list();
    }

    /** Puts those of the trail in place of what is here. */
    public void restore(ReviewHistory trail) {
        jdbc.sql("delete from use_column_review").update();
        trail.all().forEach(this::insert);
    }

    /** The body of the trail's entry on a decision. */
    public static ObjectNode decided(ColumnReview review) {
        return ColumnReviewJson.decided(review);
    }

    /** The body of the trail's entry on one that was taken back. */
    public static ObjectNode withdrawn(ColumnReview review, LocalDate day, String by, String reason) {
        return ColumnReviewJson.withdrawn(review, day, by, reason);
    }

    private static ColumnReview read(ResultSet row, int index) throws SQLException {
        return new ColumnReview(
                row.getLong("number"),
                row.getString("dataset"),
                row.getString("column_name"),
                row.getString("category"),
                ColumnReview.Decision.valueOf(row.getString("decision")),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("fingerprint"),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)));
    }
}
