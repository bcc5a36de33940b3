package org.trainingaudit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Uses and their verdicts, as they stand after the last nightly or manual run. Pages are reached by key. */
@Component
public class UseList {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    UseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A use in a list.
     *
     * @param state declared, observed, both or ended
     * @param worst the worst verdict of any regime; empty where none says anything
     * @param missing how many facts are missing
     * @param run the run that last said something new of it
     */
    public record Line(
            String use,
            String dataset,
            String training,
            String state,
            String worst,
            int violations,
            int reviews,
            int missing,
            String run) {}

    /**
     * What one regime says of a use.
     *
     * @param rules the rules as the trail has them: rule, outcome, reason, missing, by
     * @param run the run since which it says so
     * @param since that run's business date
     */
    public record VerdictLine(
            String use,
            String regime,
            String verdict,
            boolean provisional,
            JsonNode rules,
            LocalDate asOf,
            String run,
            LocalDate since) {}

    /** Where what is declared of a use and what was seen differ. */
    public record ContradictionLine(String what, String claimed, String observed, String evidence) {}

    /**
     * What to list; empty where it doesn't matter.
     *
     * @param verdict of the regime, or the worst of any where no regime is named
     */
    public record Filter(String regime, String verdict, String dataset) {
        public static final Filter NONE = new Filter("", "", "");
    }

    /**
     * A page of uses by id.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<Line> page(Filter filter, Sight sight, String after, int size) {
        StringBuilder sql = new StringBuilder("select u.* from view_use u");
        if (filter.regime.isEmpty()) {
            sql.append(" where u.use_id > :after");
            sql.append(filter.verdict.isEmpty() ? "" : " and u.worst = :verdict");
        } else {
            sql.append(" join view_verdict v on v.use_id = u.use_id where v.use_id > :after and v.regime = :regime");
            sql.append(filter.verdict.isEmpty() ? "" : " and v.verdict = :verdict");
        }
        sql.append(filter.dataset.isEmpty() ? "" : " and u.dataset = :dataset");
        sql.append(sight.condition("u.dataset"))
                .append(" order by u.use_id limit ")
                .append(size);
        return jdbc.sql(sql.toString())
                .param("after", after)
                .param("regime", filter.regime)
                .param("verdict", filter.verdict)
                .param("dataset", filter.dataset)
                .param("sources", sight.parameter())
                .query(UseList::line)
                .list();
    }

    /** The use of that id, if it is seen. */
    public Optional<Line> find(String use, Sight sight) {
        return jdbc.sql("select * from view_use where use_id = ?")
                .param(use)
                .query(UseList::line)
                .optional()
                .filter(line -> sight.covers(line.dataset()));
    }

    /** What each regime that governs it says, the worst first. */
    public List<VerdictLine> verdicts(String use) {
        return jdbc
                .sql("select * from view_verdict where use_id = ? order by regime")
                .param(use)
                .query(UseList::verdict)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingInt(line -> UseWorst.ORDER.indexOf(line.verdict())))
                .toList();
    }

    /** Verdicts that the run changed or added, of one kind; a page by use. */
    public List<VerdictLine> changedBy(String run, String verdict, Sight sight, int size) {
        return jdbc.sql("select v.* from view_verdict v join view_use u on u.use_id = v.use_id"
                        + " where v.run_key = :run and v.verdict = :verdict" + sight.condition("u.dataset")
                        + " order by v.use_id, v.regime limit " + size)
                .param("run", run)
                .param("verdict", verdict)
                .param("sources", sight.parameter())
                .query(UseList::verdict)
                .list();
    }

    /** Where what is declared and what was seen differ. */
    public List<ContradictionLine> contradictions(String use) {
        return jdbc.sql("select * from view_contradiction where use_id = ? order by what")
                .param(use)
                .query((row, index) -> new ContradictionLine(
                        row.getString("what"),
                        row.getString("claimed"),
                        row.getString("observed"),
                        row.getString("evidence")))
                .list();
    }

    /** The use with its facts, as the trail tells it. */
    public Optional<Use> use(String id, FactCatalogue catalogue) {
        List<ObjectNode> parts = new ArrayList<>();
        jdbc.sql("select body from view_use_part where use_id = ? order by part")
                .param(id)
                .query(String.class)
                .list()
                .forEach(body -> parts.add((ObjectNode) JSON.readTree(body)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(UseJson.read(parts, catalogue));
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("use_id"),
                row.getString("dataset"),
                row.getString("training"),
                row.getString("state"),
                row.getString("worst"),
                row.getInt("violations"),
                row.getInt("reviews"),
                row.getInt("missing"),
                row.getString("run_key"));
    }

    private static VerdictLine verdict(ResultSet row, int index) throws SQLException {
        return new VerdictLine(
                row.getString("use_id"),
                row.getString("regime"),
                row.getString("verdict"),
                row.getBoolean("provisional"),
                JSON.readTree(row.getString("rules")),
                row.getObject("as_of", LocalDate.class),
                row.getString("run_key"),
                row.getObject("since", LocalDate.class));
    }
}
