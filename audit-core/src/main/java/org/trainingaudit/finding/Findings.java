package org.trainingaudit.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings as they stand; joins the caller's transaction. */
public final class Findings {

    private static final String COLUMNS = "finding_id, use_id, regime, opened_on, rules";

    private final JdbcClient jdbc;

    public Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open finding of that id. */
    public Optional<Finding> open(String id) {
        return jdbc.sql("select " + COLUMNS + " from finding where finding_id = ? and status = 'open'")
                .param(id)
                .query(Findings::read)
                .optional();
    }

    /** The open findings of a use. */
    public List<Finding> openOf(String use) {
        return jdbc.sql("select " + COLUMNS + " from finding where use_id = ? and status = 'open' order by finding_id")
                .param(use)
                .query(Findings::read)
                .list();
    }

    /** How many are open. */
    public long countOpen() {
        return jdbc.sql("select count(*) from finding where status = 'open'")
                .query(Long.class)
                .single();
    }

    /** Opens it, or opens it again; a finding that is open keeps the day on which it was opened. */
    public void save(Finding finding) {
        jdbc.sql("delete from finding where finding_id = ?").param(finding.id()).update();
        jdbc.sql("insert into finding (" + COLUMNS + ", status) values (?, ?, ?, ?, ?, 'open')")
                .params(
                        finding.id(),
                        finding.use(),
                        finding.regime(),
                        finding.openedOn(),
                        String.join(" ", finding.rules()))
                .update();
    }

    /** Closes it. */
    public void close(String id) {
        jdbc.sql("update finding set status = 'closed' where finding_id = ?")
                .param(id)
                .update();
    }

    private static Finding read(ResultSet row, int index) throws SQLException {
        return new Finding(
                row.getString("finding_id"),
                row.getString("use_id"),
                row.getString("regime"),
                row.getObject("opened_on", LocalDate.class),
                List.of(row.getString("rules").split(" ")));
    }
}
