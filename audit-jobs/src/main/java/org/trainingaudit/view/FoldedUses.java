package org.trainingaudit.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.use.Use;
import tools.jackson.databind.JsonNode;

/** Uses and what each regime says of them, as the trail has them. */
@Component
class FoldedUses {

    private static final List<String> VERDICT = List.of(
            "use_id", "regime", "verdict", "provisional", "rules", "as_of", "run_key", "since", "dataset", "source");

    private final Rows rows;
    private final FoldedRuns runs;
    private final UseWorst worst;
    private final VerdictCounts counts;
    private final JdbcClient jdbc;

    FoldedUses(Rows rows, FoldedRuns runs, UseWorst worst, VerdictCounts counts, JdbcClient jdbc) {
        this.rows = rows;
        this.runs = runs;
        this.worst = worst;
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /** In the order of the trail: where a use comes anew, all that was said of it before is taken first. */
    void take(List<Entry> entries) {
        List<Entry> some = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            String use = entry.body().path("use").asString("");
            boolean anew =
                    entry.kind().equals("use") && entry.body().path("part").asInt(1) == 1;
            if (anew && seen.contains(use)) {
                takeSome(some);
                some.clear();
                seen.clear();
            }
            some.add(entry);
            seen.add(use);
        }
        takeSome(some);
    }

    private void takeSome(List<Entry> entries) {
        Set<String> touched = touched(entries);
        VerdictCounts.Share before = counts.of(touched);
        Map<String, LocalDate> days = new HashMap<>();
        uses(entries.stream().filter(entry -> entry.kind().equals("use")).toList());
        Map<String, String> datasets = datasets(touched);
        List<Object[]> verdicts = new ArrayList<>();
        List<Object[]> contradictions = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind().equals("verdict")) {
                verdicts.add(verdict(entry, days, datasets));
            } else if (entry.kind().equals("contradiction")) {
                contradictions.add(contradiction(entry.body()));
            }
        }
        rows.put("view_verdict", 2, VERDICT, verdicts);
        rows.put("view_contradiction", 2, List.of("use_id", "what", "claimed", "observed", "evidence"), contradictions);
        // One that is settled has been said with nothing observed.
        rows.all(
                "delete from view_contradiction where use_id = ? and what = ? and observed = ''",
                contradictions.stream()
                        .map(row -> new Object[] {row[0], row[1]})
                        .toList());
        worst.update(touched);
        counts.change(before, counts.of(touched));
    }

    /** Of each use its dataset, by which lists of verdicts are narrowed. */
    private Map<String, String> datasets(Set<String> uses) {
        Map<String, String> datasets = new HashMap<>();
        Rows.inParts(
                uses,
                some -> jdbc.sql("select use_id, dataset from view_use where use_id in (:uses)")
                        .param("uses", some)
                        .query(row -> {
                            datasets.put(row.getString(1), row.getString(2));
                        }));
        return datasets;
    }

    private static Set<String> touched(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("use") || entry.kind().equals("verdict"))
                .map(entry -> entry.body().path("use").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A use that is over, and a regime that no longer governs one, have no verdict any more. */
    private void uses(List<Entry> entries) {
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> parts = new ArrayList<>();
        List<Object[]> first = new ArrayList<>();
        List<Object[]> over = new ArrayList<>();
        for (Entry entry : entries) {
            JsonNode body = entry.body();
            String use = body.path("use").asString();
            int part = body.path("part").asInt(1);
            if (part == 1) {
                heads.add(head(entry, use));
                first.add(new Object[] {use, body.path("parts").asInt(1)});
            }
            parts.add(new Object[] {use, part, body.toString()});
            body.path("not_governed_by").forEach(regime -> over.add(new Object[] {use, regime.asString()}));
        }
        rows.put(
                "view_use",
                1,
                List.of(
                        "use_id",
                        "dataset",
                        "training",
                        "state",
                        "worst",
                        "violations",
                        "reviews",
                        "missing",
                        "run_key",
                        "source"),
                heads);
        rows.all(
                "update view_verdict set dataset = ?, source = ? where use_id = ? and dataset <> ?",
                heads.stream()
                        .map(head -> new Object[] {head[1], head[9], head[0], head[1]})
                        .toList());
        rows.all("delete from view_use_part where use_id = ? and part > ?", first);
        rows.put("view_use_part", 2, List.of("use_id", "part", "body"), parts);
        rows.all("delete from view_verdict where use_id = ? and regime = ?", over);
        rows.all(
                "delete from view_verdict where use_id = ?",
                heads.stream()
                        .filter(head -> head[3].equals("ended"))
                        .map(head -> new Object[] {head[0]})
                        .toList());
    }

    private static Object[] head(Entry entry, String use) {
        JsonNode body = entry.body();
        return new Object[] {
            use,
            body.path("dataset").asString(),
            body.path("training").asString(),
            body.path("state").asString(),
            "",
            0,
            0,
            0,
            entry.run(),
            Use.sourceOf(body.path("dataset").asString())
        };
    }

    private Object[] verdict(Entry entry, Map<String, LocalDate> days, Map<String, String> datasets) {
        JsonNode body = entry.body();
        String dataset = datasets.getOrDefault(body.path("use").asString(), "");
        LocalDate asOf = LocalDate.parse(body.path("as_of").asString());
        LocalDate since =
                days.computeIfAbsent(entry.run(), run -> runs.businessDate(run).orElse(asOf));
        return new Object[] {
            body.path("use").asString(),
            body.path("regime").asString(),
            body.path("outcome").asString(),
            body.path("provisional").asBoolean(),
            body.path("rules").toString(),
            asOf,
            entry.run(),
            since,
            dataset,
            Use.sourceOf(dataset)
        };
    }

    private static Object[] contradiction(JsonNode body) {
        return new Object[] {
            body.path("use").asString(),
            body.path("what").asString(),
            text(body.path("claimed")),
            text(body.path("observed")),
            text(body.path("evidence"))
        };
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.isNull() ? "" : node.toString();
    }
}
