package org.trainingaudit.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The packs that differ from what the authority answered; joins the caller's transaction. */
@Component
class LawReviewRows {

    private static final String COLUMNS = "finding_id, regime, law_id, places, said";

    private final JdbcClient jdbc;

    LawReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A pack that a person has to look at.
     *
     * @param finding the finding's id
     * @param places where in the pack the differences are
     * @param said the differences in words
     */
    record Review(String finding, String regime, String law, List<String> places, String said) {
        Review {
            places = List.copyOf(places);
        }
    }

    /** The open review of that id. */
    Optional<Review> open(String finding) {
        return jdbc.sql("select " + COLUMNS + " from law_review where finding_id = ? and open")
                .param(finding)
                .query(LawReviewRows::read)
                .optional();
    }

    /** All that are open, by id. */
    List<Review> open() {
        return jdbc.sql("select " + COLUMNS + " from law_review where open order by finding_id")
                .query(LawReviewRows::read)
                .list();
    }

    /** Opens it, or opens it again with what it says now. */
    void save(Review review) {
        jdbc.sql("delete from law_review where finding_id = ?")
                .param(review.finding())
                .update();
        jdbc.sql("insert into law_review (" + COLUMNS + ", open) values (?, ?, ?, ?, ?, true)")
                .params(
                        review.finding(),
                        review.regime(),
                        review.law(),
                        String.join(" ", review.places()),
                        review.said())
                .update();
    }

    /** Closes it. */
    void close(String finding) {
        jdbc.sql("update law_review set open = false where finding_id = ?")
                .param(finding)
                .update();
    }

    private static Review read(ResultSet row, int index) throws SQLException {
        return new Review(
                row.getString("finding_id"),
                row.getString("regime"),
                row.getString("law_id"),
                List.of(row.getString("places").split(" ", -1)),
                row.getString("said"));
    }
}
