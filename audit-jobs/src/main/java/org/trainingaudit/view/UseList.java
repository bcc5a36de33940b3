package org.trainingaudit.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.paging.Lanes;
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
        if (!filter.dataset.isEmpty() && !sight.covers(filter.dataset)) {
            return List.of();
        }
        List<String> keys = keys(lanes(filter, sight), after, size);
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("select * from view_use where use_id in (:keys) order by use_id")
                        .param("keys", keys)
                        .query(UseList::line)
                        .list();
    }

    private List<String> keys(Lanes lanes, String after, int size) {
        return lanes.isEmpty()
                ? List.of()
                : jdbc.sql(lanes.sql("use_id", size))
                        .params(lanes.parameters(after))
                        .query(String.class)
                        .list();
    }

    private static Lanes lanes(Filter filter, Sight sight) {
        boolean ofRegime = !filter.regime.isEmpty();
        Lanes all = Lanes.of(ofRegime ? "view_verdict" : "view_use", "use_id");
        Lanes seen =
                filter.dataset.isEmpty() ? sight.narrow(all, "source") : all.with("dataset", List.of(filter.dataset));
        if (ofRegime) {
            List<String> verdicts = filter.verdict.isEmpty() ? UseWorst.ORDER : List.of(filter.verdict);
            return seen.with("regime", List.of(filter.regime)).with("verdict", verdicts);
        }
        return filter.verdict.isEmpty() ? seen : seen.with("worst", List.of(filter.verdict));
    }

    /** How many there are; counted, so not for a page. */
    public long count(Sight sight) {
        List<String> sources = sight.sources().orElse(List.of());
        String part = sight.isWhole() ? "" : " where source in (:sources)";
        return jdbc.sql("select count(*) from view_use" + part)
                .param("sources", sources.isEmpty() ? List.of("\n") : sources)
                .query(Long.class)
                .single();
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
                .sorted(Comparator.comparingInt(line -> UseWorst.ORDER.indexOf(line.verdict())))
                .toList();
    }

    /** Verdicts that the run changed or added, of one kind; a page by use. */
    public List<VerdictLine> changedBy(String run, String verdict, Sight sight, int size) {
        Lanes lanes = sight.narrow(Lanes.of("view_verdict", "use_id"), "source")
                .with("run_key", List.of(run))
                .with("verdict", List.of(verdict));
        return keys(lanes, "", size).stream()
                .distinct()
                .flatMap(use -> verdicts(use).stream())
                .filter(line -> line.run().equals(run) && line.verdict().equals(verdict))
                .limit(size)
                .toList();
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
