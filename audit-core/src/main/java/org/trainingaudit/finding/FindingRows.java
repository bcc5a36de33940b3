package org.trainingaudit.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.finding.Finding.Acceptance;
import org.trainingaudit.finding.Finding.Care;
import org.trainingaudit.finding.Finding.Days;
import org.trainingaudit.finding.Finding.Seen;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.use.Use;

/** The table {@code finding}. */
final class FindingRows {

    static final String ALL = "select * from finding ";
    private static final String HELD = " exists (select 1 from finding_waiver w where w.waiver = f.waiver"
            + " and w.state = 'approved' and w.holds_until >= ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FindingRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Finding> ofUses(Set<String> uses) {
        return uses.isEmpty()
                ? List.of()
                : jdbc.sql(ALL + "where use_id in (:uses) order by finding_id")
                        .param("uses", uses)
                        .query(FindingRows::read)
                        .list();
    }

    Optional<Finding> find(String id) {
        return jdbc.sql(ALL + "where finding_id = ?")
                .param(id)
                .query(FindingRows::read)
                .optional();
    }

    List<Finding> page(String after, int size) {
        return jdbc.sql(ALL + "where finding_id > ? order by finding_id limit ?")
                .params(after, size)
                .query(FindingRows::read)
                .list();
    }

    /**
     * Lets a waiver cover the open findings of its scope that none covers yet. As they stand at that moment: a night may be
     * changing them, and what was read before would be put in the place of what it saw.
     */
    void cover(Waiver waiver) {
        Map<String, String> named = waiver.scope().columns();
        String scope = named.keySet().stream()
                .map(column -> " and " + column + " = :" + column)
                .collect(Collectors.joining());
        jdbc.sql("update finding set waiver = :waiver, accepted_rules = rules, accepted_categories = categories"
                        + " where status = 'open' and waiver = ''" + scope)
                .params(named)
                .param("waiver", waiver.id())
                .update();
    }

    long countOpen() {
        return jdbc.sql("select count(*) from finding where status = 'open'")
                .query(Long.class)
                .single();
    }

    long countOpenedOn(LocalDate day) {
        return jdbc.sql(
                        "select count(*) from finding where status = 'open' and verdict = 'violation' and opened_on = ?")
                .param(day)
                .query(Long.class)
                .single();
    }

    long countWaived(LocalDate day) {
        return jdbc.sql("select count(*) from finding f where f.status = 'open' and" + HELD)
                .param(day)
                .query(Long.class)
                .single();
    }

    long countAdverse(LocalDate day) {
        return jdbc.sql("select count(*) from finding f where f.status = 'open' and f.verdict = 'violation' and not"
                        + HELD)
                .param(day)
                .query(Long.class)
                .single();
    }

    void save(Collection<Finding> findings) {
        List<Object[]> ids =
                findings.stream().map(finding -> new Object[] {finding.id()}).toList();
        batches.batchUpdate("delete from finding where finding_id = ?", ids);
        batches.batchUpdate(
                "insert into finding (finding_id, use_id, dataset, regime, verdict, rules, categories, status, severity,"
                        + " owner, due_on, first_opened_on, opened_on, last_seen_on, closed_on, reopened, waiver,"
                        + " accepted_rules, accepted_categories, lost_waivers, source)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                findings.stream().map(FindingRows::row).toList());
    }

    private static Object[] row(Finding finding) {
        Seen seen = finding.seen();
        Days days = finding.days();
        Optional<Acceptance> accepted = finding.accepted();
        return new Object[] {
            finding.id(),
            seen.use(),
            seen.dataset(),
            seen.regime(),
            seen.verdict().word(),
            words(seen.rules()),
            words(seen.categories()),
            finding.open() ? "open" : "closed",
            finding.care().severity().word(),
            finding.care().owner(),
            finding.care().dueOn().orElse(null),
            days.firstOpened(),
            days.opened(),
            days.lastSeen(),
            days.closed().orElse(null),
            finding.reopened(),
            accepted.map(Acceptance::waiver).orElse(""),
            words(accepted.map(Acceptance::rules).orElse(List.of())),
            words(accepted.map(Acceptance::categories).orElse(List.of())),
            words(finding.lost().stream().sorted().toList()),
            Use.sourceOf(seen.dataset())
        };
    }

    void touch(Collection<Finding> findings) {
        batches.batchUpdate(
                "update finding set last_seen_on = ? where finding_id = ?",
                findings.stream()
                        .map(finding -> new Object[] {finding.days().lastSeen(), finding.id()})
                        .toList());
    }

    static Finding read(ResultSet row, int index) throws SQLException {
        Seen seen = new Seen(
                row.getString("use_id"),
                row.getString("dataset"),
                row.getString("regime"),
                verdict(row.getString("verdict")),
                words(row.getString("rules")),
                words(row.getString("categories")));
        Care care = new Care(Severity.of(row.getString("severity")), row.getString("owner"), day(row, "due_on"));
        LocalDate opened = row.getObject("opened_on", LocalDate.class);
        Days days = new Days(
                day(row, "first_opened_on").orElse(opened),
                opened,
                day(row, "last_seen_on").orElse(opened),
                day(row, "closed_on"));
        String waiver = row.getString("waiver");
        Acceptance accepted = new Acceptance(
                waiver, words(row.getString("accepted_rules")), words(row.getString("accepted_categories")));
        return new Finding(
                row.getString("finding_id"),
                seen,
                row.getString("status").equals("open"),
                care,
                days,
                row.getInt("reopened"),
                waiver.isEmpty() ? Optional.empty() : Optional.of(accepted),
                Set.copyOf(words(row.getString("lost_waivers"))));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Verdict verdict(String key) {
        return Verdict.of(key).orElseThrow(() -> new IllegalStateException("no verdict '" + key + "'"));
    }

    private static String words(List<String> words) {
        return String.join(" ", words);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
