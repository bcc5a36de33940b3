package org.trainingaudit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs in figures, as their ends in the trail have them. */
@Component
public class NightList {

    private static final String ENDED = "select * from view_run where number > 0 and run_key not like 'trial/%'";

    private final JdbcClient jdbc;

    NightList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run that is over. */
    public record Night(
            String run,
            LocalDate businessDate,
            LocalDate asOf,
            String status,
            long datasetsRead,
            long datasetsUnchanged,
            long datasetsSkipped,
            long findingsOpen,
            long findingsWaived) {

        /** All datasets that it covers. */
        public long datasets() {
            return datasetsRead + datasetsUnchanged + datasetsSkipped;
        }
    }

    /** How often a regime gave a verdict. */
    public record Count(String regime, String verdict, long uses) {}

    /** How many violations a night had. */
    public record Point(String run, LocalDate businessDate, long violations) {}

    /** The newest nightly or manual run that is over; its figures are the state of the estate. */
    public Optional<Night> latest() {
        return jdbc.sql(ENDED + " order by number desc limit 1").query(NightList::night).list().stream()
                .findFirst();
    }

    /** The nightly or manual run before that. */
    public Optional<Night> before(Night night) {
        return jdbc
                .sql(ENDED + " and number < (select number from view_run where run_key = ?)"
                        + " order by number desc limit 1")
                .param(night.run)
                .query(NightList::night)
                .list()
                .stream()
                .findFirst();
    }

    /** The newest nights that were missed. */
    public List<Night> missed() {
        return jdbc.sql("select * from view_run where status = 'missed' order by business_date desc limit 10")
                .query(NightList::night)
                .list();
    }

    /** A run that is over. */
    public Optional<Night> find(String run) {
        return jdbc.sql("select * from view_run where number > 0 and run_key = ?")
                .param(run)
                .query(NightList::night)
                .optional();
    }

    /** Its verdicts by regime. */
    public List<Count> counts(String run) {
        return jdbc.sql("select regime, verdict, uses from view_run_count where run_key = ? order by regime, verdict")
                .param(run)
                .query((row, index) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** The same for those who see a part; of the latest run only, since it's what stands now. */
    public List<Count> counts(String run, Sight sight) {
        if (sight.isWhole()) {
            return counts(run);
        }
        List<String> sources = sight.sources().orElse(List.of());
        return sources.isEmpty()
                ? List.of()
                : jdbc.sql("select regime, verdict, sum(uses) from view_verdict_count where source in (:sources)"
                                + " group by regime, verdict order by regime, verdict")
                        .param("sources", sources)
                        .query((row, index) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                        .list();
    }

    /** The newest nightly and manual runs with their violations, the oldest first. */
    public List<Point> trend(int nights) {
        List<Point> newest = jdbc.sql("select r.run_key, r.business_date, coalesce(sum(c.uses), 0) from view_run r"
                        + " left join view_run_count c on c.run_key = r.run_key and c.verdict = 'violation'"
                        + " where r.number > 0 and r.run_key not like 'trial/%'"
                        + " group by r.run_key, r.business_date, r.number order by r.number desc limit " + nights)
                .query((row, index) -> new Point(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .list();
        List<Point> oldest = new ArrayList<>(newest);
        Collections.reverse(oldest);
        return List.copyOf(oldest);
    }

    private static Night night(ResultSet row, int index) throws SQLException {
        return new Night(
                row.getString("run_key"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("status"),
                row.getLong("datasets_read"),
                row.getLong("datasets_unchanged"),
                row.getLong("datasets_skipped"),
                row.getLong("findings_open"),
                row.getLong("findings_waived"));
    }
}
