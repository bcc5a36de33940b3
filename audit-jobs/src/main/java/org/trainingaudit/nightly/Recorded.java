package org.trainingaudit.nightly;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.bulk.BulkInsert;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.EntryDraft;

/**
 * Keeps to what has changed: an entry equal to the last one that a night or manual run recorded of its subject is not
 * appended again. Comparison and insert stand in the caller's transaction, so a chunk done twice adds nothing twice.
 *
 * <p>A subject is a use or a dataset; what is said of it has parts, such as a regime or a column. A subject is one row,
 * whatever the number of its parts, since a night of many uses looks each of them up.
 */
@Component
class Recorded {

    /**
     * What is about to be said.
     *
     * @param subject the use or dataset
     * @param part which of the things that are said of it; empty where there is one
     * @param comparable the text in which a difference counts
     */
    record Statement(String kind, String subject, String part, String comparable, EntryDraft entry) {}

    private static final String TEXT = "case when anew then '!' else '' end || parts";

    private static final String LAST = "select wanted.subject, (select " + TEXT + " from nightly_recorded known"
            + " where known.kind = ? and known.subject = wanted.subject)"
            + " from unnest(cast(? as varchar(512) array)) as wanted(subject)";

    private static final String OF_NO_USE = "kind = :kind and not exists"
            + " (select 1 from nightly_use u where u.use_id = r.subject and u.run_key = :run)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BulkInsert inserts;

    Recorded(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.inserts = BulkInsert.of(batches);
    }

    /** The entries that say something new; remembers them unless the run is a trial. All of one kind. */
    List<EntryDraft> changed(Run run, String kind, List<Statement> statements) {
        Map<String, RecordedParts> last =
                last(kind, statements.stream().map(Statement::subject).toList());
        Set<String> known = Set.copyOf(last.keySet());
        Set<String> changed = new LinkedHashSet<>();
        List<EntryDraft> fresh = new ArrayList<>();
        for (Statement statement : statements) {
            RecordedParts parts = last.computeIfAbsent(statement.subject, unseen -> new RecordedParts());
            if (parts.put(statement.part, Sha256.hex(statement.comparable))) {
                changed.add(statement.subject);
                fresh.add(statement.entry);
            }
        }
        if (run.counts()) {
            last.keySet().retainAll(changed);
            remember(run, kind, last, known);
        }
        return fresh;
    }

    /**
     * All that is said of one subject: what is new of it, and an entry for each part that was recorded before and isn't said
     * any more, which is forgotten unless the run is a trial.
     */
    List<EntryDraft> replaced(
            Run run, String kind, String subject, Map<String, Statement> said, Function<String, EntryDraft> gone) {
        Set<String> over = new TreeSet<>(parts(kind, subject));
        over.removeAll(said.keySet());
        List<EntryDraft> changed = new ArrayList<>(changed(run, kind, List.copyOf(said.values())));
        over.forEach(part -> changed.add(gone.apply(part)));
        if (run.counts()) {
            forget(run, kind, subject, over);
        }
        return changed;
    }

    /** The subjects of a kind of which something has been recorded. */
    Set<String> subjects(String kind) {
        return Set.copyOf(jdbc.sql("select subject from nightly_recorded where kind = ?")
                .param(kind)
                .query(String.class)
                .list());
    }

    /** The parts of a subject that have been recorded. */
    Set<String> parts(String kind, String subject) {
        return of(kind, subject).names();
    }

    /** The parts of subjects that have been recorded and aren't said any more, by subject. */
    Map<String, Set<String>> over(String kind, Collection<String> subjects, List<Statement> now) {
        Map<String, RecordedParts> last = last(kind, subjects);
        now.forEach(statement ->
                Optional.ofNullable(last.get(statement.subject)).ifPresent(parts -> parts.remove(statement.part)));
        Map<String, Set<String>> over = new TreeMap<>();
        last.forEach((subject, parts) -> over.put(subject, Set.copyOf(parts.names())));
        over.values().removeIf(Set::isEmpty);
        return over;
    }

    /** Forgets parts of a subject that are over, so that a return is recorded anew. */
    void forget(Run run, String kind, String subject, Collection<String> over) {
        if (!over.isEmpty()) {
            RecordedParts parts = of(kind, subject);
            over.forEach(parts::remove);
            remember(run, kind, Map.of(subject, parts), Set.of(subject));
        }
    }

    /**
     * The subjects of a kind, in their order, that are uses which the run doesn't have.
     *
     * @param after the last subject of the page before; empty for the first
     */
    List<String> ofNoUse(Run run, String kind, String after, int size) {
        return jdbc.sql("select subject from nightly_recorded r where subject > :after and " + OF_NO_USE
                        + " order by kind, subject limit :size")
                .param("kind", kind)
                .param("after", after)
                .param("run", run.key())
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** Forgets those subjects, so that a return is recorded anew. */
    void forgetOfNoUse(Run run, String kind) {
        jdbc.sql("delete from nightly_recorded r where " + OF_NO_USE)
                .param("kind", kind)
                .param("run", run.key())
                .update();
    }

    /** Makes the next run record all of it anew; what there is stays known, so that what is over is still said to be. */
    void recordAllAnew() {
        jdbc.sql("update nightly_recorded set anew = true").update();
    }

    private RecordedParts of(String kind, String subject) {
        return jdbc.sql("select " + TEXT + " from nightly_recorded where kind = ? and subject = ?")
                .params(kind, subject)
                .query(String.class)
                .optional()
                .map(RecordedParts::read)
                .orElseGet(RecordedParts::new);
    }

    private Map<String, RecordedParts> last(String kind, Collection<String> of) {
        record Known(String subject, RecordedParts parts) {}
        if (of.isEmpty()) {
            return new TreeMap<>();
        }
        String[] subjects = of.stream().distinct().toArray(String[]::new);
        // One look by key for each subject. H2 answers "subject in (...)" by reading all rows of the kind.
        return batches
                .query(
                        connection -> {
                            PreparedStatement select = connection.prepareStatement(LAST);
                            select.setString(1, kind);
                            select.setArray(2, connection.createArrayOf("varchar", subjects));
                            return select;
                        },
                        (row, index) -> new Known(row.getString(1), RecordedParts.read(row.getString(2))))
                .stream()
                .filter(known -> !known.parts.isEmpty())
                .collect(Collectors.toMap(Known::subject, Known::parts, (one, same) -> one, TreeMap::new));
    }

    private void remember(Run run, String kind, Map<String, RecordedParts> fresh, Set<String> known) {
        batches.batchUpdate(
                "delete from nightly_recorded where kind = ? and subject = ?",
                fresh.keySet().stream()
                        .filter(known::contains)
                        .map(subject -> new Object[] {kind, subject})
                        .toList());
        inserts.insert(
                "nightly_recorded",
                List.of("kind", "subject", "parts", "run_key"),
                fresh.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> new Object[] {
                            kind, each.getKey(), each.getValue().text(), run.key()
                        })
                        .toList());
    }
}
