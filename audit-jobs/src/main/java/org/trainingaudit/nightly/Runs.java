package org.trainingaudit.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.json.JsonMapper;

/** All runs, by key. */
@Component
public class Runs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a manual run, or a trial where the request asks for anything but everything on the business date. */
    public Run open(RunRequest request, LocalDate businessDate, String configSha256, String actor, String why) {
        RunKind kind = request.isTrial(businessDate) ? RunKind.TRIAL : RunKind.MANUAL;
        int number = nextNumber(kind, businessDate);
        String key = kind.word() + "/" + businessDate + "/" + number;
        LocalDate asOf = request.asOf().orElse(businessDate);
        Run run = new Run(key, kind, businessDate, asOf, request, actor, why, configSha256, RunStatus.OPEN);
        insert(run, number);
        return run;
    }

    /** Opens the one nightly run of a business date; fails on the key where there is one already. */
    public Run openNightly(LocalDate businessDate, String configSha256, String actor, String why) {
        Run run = new Run(
                RunKind.NIGHTLY.word() + "/" + businessDate,
                RunKind.NIGHTLY,
                businessDate,
                businessDate,
                RunRequest.everything(),
                actor,
                why,
                configSha256,
                RunStatus.OPEN);
        insert(run, 1);
        return run;
    }

    private int nextNumber(RunKind kind, LocalDate businessDate) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from nightly_run where kind = ? and business_date = ?")
                .params(kind.word(), businessDate)
                .query(Integer.class)
                .single();
    }

    private void insert(Run run, int number) {
        jdbc.sql("insert into nightly_run (run_key, kind, business_date, number, as_of, request, actor, why,"
                        + " config_sha256, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.key(),
                        run.kind().word(),
                        run.businessDate(),
                        number,
                        run.asOf(),
                        JSON.writeValueAsString(run.request()),
                        run.actor(),
                        run.why(),
                        run.configSha256(),
                        run.status().word())
                .update();
    }

    /** The run of that key. */
    public Optional<Run> find(String key) {
        return jdbc.sql("select * from nightly_run where run_key = ?")
                .param(key)
                .query(Runs::read)
                .optional();
    }

    /** The run of that key, which is known to exist. */
    Run get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no run '" + key + "'"));
    }

    /** The newest run that was opened and is not over. */
    public Optional<Run> newestUnfinished() {
        return jdbc.sql("select * from nightly_run where status = 'open' order by opened desc limit 1")
                .query(Runs::read)
                .optional();
    }

    /** All runs, the newest first. */
    public List<Run> all() {
        return jdbc.sql("select * from nightly_run order by opened desc")
                .query(Runs::read)
                .list();
    }

    /**
     * A page of runs, the newest first.
     *
     * @param after the key of the last run of the page before; empty for the first page
     */
    public List<Run> page(String after, int size) {
        String rest = after.isEmpty() ? "" : " where opened < (select opened from nightly_run where run_key = ?)";
        JdbcClient.StatementSpec query =
                jdbc.sql("select * from nightly_run" + rest + " order by opened desc limit " + size);
        return (after.isEmpty() ? query : query.param(after)).query(Runs::read).list();
    }

    /** Says how the run ended. */
    public void end(String key, RunStatus status) {
        jdbc.sql("update nightly_run set status = ? where run_key = ?")
                .params(status.word(), key)
                .update();
    }

    /**
     * Puts back a run that this database has lost and the trail knows, as given up unless it was closed, so that its key is
     * not given out again. One that this database has in its middle is over where the trail closes it: its reports are out.
     *
     * @return whether it, or its end, was missing
     */
    boolean restore(Entry opened, Optional<RunStatus> closed) {
        String[] key = opened.run().split("/", 3);
        if (key.length < 2) {
            return false;
        }
        Optional<Run> known = find(opened.run());
        if (known.isPresent()) {
            boolean lost = known.get().status() == RunStatus.OPEN && closed.isPresent();
            closed.filter(status -> lost).ifPresent(status -> end(opened.run(), status));
            return lost;
        }
        RunStatus status = closed.orElse(RunStatus.ABANDONED);
        LocalDate asOf = LocalDate.parse(opened.body().path("as_of").asString());
        RunRequest request = new RunRequest(Optional.of(asOf), Map.of(), Set.of(), Set.of());
        int number = key.length == 3 ? Integer.parseInt(key[2]) : 1;
        LocalDate date = LocalDate.parse(key[1]);
        String config = opened.body().path("config_sha256").asString();
        String actor = opened.body().path("actor").asString();
        String why = opened.body().path("why").asString("");
        insert(new Run(opened.run(), RunKind.of(key[0]), date, asOf, request, actor, why, config, status), number);
        return true;
    }

    /** Notes how many entries the reports of a run are folded from: those under the checkpoint before them. */
    void noteSealed(Run run, long size) {
        jdbc.sql("update nightly_run set sealed_size = ? where run_key = ?")
                .params(size, run.key())
                .update();
    }

    long sealedSize(Run run) {
        return jdbc.sql("select sealed_size from nightly_run where run_key = ?")
                .param(run.key())
                .query(Long.class)
                .single();
    }

    /** Notes that a register could not be read to its end. */
    void noteBrokenRegister(Run run) {
        jdbc.sql("update nightly_run set registers_whole = false where run_key = ?")
                .param(run.key())
                .update();
    }

    boolean hasWholeRegisters(Run run) {
        return jdbc.sql("select registers_whole from nightly_run where run_key = ?")
                .param(run.key())
                .query(Boolean.class)
                .single();
    }

    private static Run read(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getString("run_key"),
                RunKind.of(row.getString("kind")),
                row.getObject("business_date", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                JSON.readValue(row.getString("request"), RunRequest.class),
                row.getString("actor"),
                row.getString("why"),
                row.getString("config_sha256"),
                RunStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }
}
