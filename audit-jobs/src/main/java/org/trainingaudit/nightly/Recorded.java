package org.trainingaudit.nightly;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.EntryDraft;

/**
 * Keeps to what has changed: an entry equal to the last one that a night or manual run recorded of its subject is not
 * appended again. Comparison and insert stand in the caller's transaction, so a chunk done twice adds nothing twice.
 */
@Component
class Recorded {

    /** What is about to be said of a subject; {@code comparable} is the part in which a difference counts. */
    record Statement(String kind, String subject, String comparable, EntryDraft entry) {}

    private static final String LAST = "select wanted.subject, (select known.body_sha256 from nightly_recorded known"
            + " where known.kind = ? and known.subject = wanted.subject)"
            + " from unnest(cast(? as varchar(900) array)) as wanted(subject)";

    private static final String OF_NO_USE = "not exists (select 1 from nightly_use u where"
            + " u.use_id = substring(r.subject || :end, 1, position(:end in r.subject || :end) - 1) and u.run_key = :run)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Recorded(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The entries that say something new; remembers them unless the run is a trial. All of one kind. */
    List<EntryDraft> changed(Run run, String kind, List<Statement> statements) {
        List<Statement> fresh = new ArrayList<>();
        Map<String, String> last = last(kind, statements);
        for (Statement statement : statements) {
            if (!Sha256.hex(statement.comparable).equals(last.get(statement.subject))) {
                fresh.add(statement);
            }
        }
        if (run.counts()) {
            remember(run, kind, fresh, last.keySet());
        }
        return fresh.stream().map(Statement::entry).toList();
    }

    /** All subjects of a kind that have been recorded and begin so. */
    Set<String> subjects(String kind, String prefix) {
        return jdbc.sql("select subject from nightly_recorded where kind = ? and substring(subject, 1, ?) = ?")
                .params(kind, prefix.length(), prefix)
                .query(String.class)
                .set();
    }

    /** Forgets a subject that is over, so that a return is recorded anew. */
    void forget(String kind, String subject) {
        jdbc.sql("delete from nightly_recorded where kind = ? and subject = ?")
                .params(kind, subject)
                .update();
    }

    /**
     * The subjects of a kind, in their order, that belong to uses that the run doesn't have.
     *
     * @param after the last subject of the page before; empty for the first
     */
    List<String> ofNoUse(Run run, String kind, String after, int size) {
        return jdbc.sql("select subject from nightly_recorded r where kind = :kind and subject > :after and "
                        + OF_NO_USE + " order by kind, subject limit :size")
                .param("kind", kind)
                .param("after", after)
                .param("end", UseEntries.SEPARATOR)
                .param("run", run.key())
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** Forgets those subjects, so that a return is recorded anew. */
    void forgetOfNoUse(Run run, String kind) {
        jdbc.sql("delete from nightly_recorded r where kind = :kind and " + OF_NO_USE)
                .param("kind", kind)
                .param("end", UseEntries.SEPARATOR)
                .param("run", run.key())
                .update();
    }

    /** Makes the next run record all of it anew; the subjects stay known, so that what is over is still said to be. */
    void recordAllAnew() {
        jdbc.sql("update nightly_recorded set body_sha256 = ''").update();
    }

    private Map<String, String> last(String kind, List<Statement> statements) {
        record Known(String subject, Optional<String> sha256) {}
        if (statements.isEmpty()) {
            return Map.of();
        }
        String[] subjects = statements.stream().map(Statement::subject).toArray(String[]::new);
        // One look by key for each subject. H2 answers "subject in (...)" by reading all rows of the kind.
        return batches
                .query(
                        connection -> {
                            PreparedStatement select = connection.prepareStatement(LAST);
                            select.setString(1, kind);
                            select.setArray(2, connection.createArrayOf("varchar", subjects));
                            return select;
                        },
                        (row, index) -> new Known(row.getString(1), Optional.ofNullable(row.getString(2))))
                .stream()
                .filter(known -> known.sha256.isPresent())
                .collect(Collectors.toMap(Known::subject, known -> known.sha256.get(), (one, same) -> one));
    }

    private void remember(Run run, String kind, List<Statement> fresh, Set<String> known) {
        List<Statement> again =
                fresh.stream().filter(each -> known.contains(each.subject)).toList();
        batches.batchUpdate("delete from nightly_recorded where kind = ? and subject = ?", rows(again, s ->
                new Object[] {kind, s.subject}));
        batches.batchUpdate(
                "insert into nightly_recorded (kind, subject, body_sha256, run_key) values (?, ?, ?, ?)",
                rows(fresh, s -> new Object[] {kind, s.subject, Sha256.hex(s.comparable), run.key()}));
    }

    private static List<Object[]> rows(List<Statement> statements, Function<Statement, Object[]> row) {
        return statements.stream().map(row).toList();
    }
}
