package org.trainingaudit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports that the published trail names. */
@Component
public class ReportList {

    private final JdbcClient jdbc;

    ReportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report as the trail names it.
     *
     * @param origin the log with its entry
     * @param seq the entry's place in that log
     */
    public record Line(String run, String name, String sha256, long bytes, long rows, String origin, long seq) {}

    /** The reports of a run, by name. */
    public List<Line> of(String run) {
        return jdbc.sql("select * from view_report where run_key = ? order by name")
                .param(run)
                .query(ReportList::line)
                .list();
    }

    /** One report. */
    public Optional<Line> find(String run, String name) {
        return jdbc.sql("select * from view_report where run_key = ? and name = ?")
                .params(run, name)
                .query(ReportList::line)
                .optional();
    }

    /** Runs that have reports, the newest first. */
    public List<String> runs(int size) {
        return jdbc.sql("select r.run_key from view_run r where exists"
                        + " (select 1 from view_report p where p.run_key = r.run_key)"
                        + " order by r.number desc limit " + size)
                .query(String.class)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("run_key"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getLong("row_count"),
                row.getString("origin"),
                row.getLong("seq"));
    }
}
