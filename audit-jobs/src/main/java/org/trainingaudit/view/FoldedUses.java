package org.trainingaudit.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.JsonNode;

/** Uses and what each regime says of them, as the trail has them. */
@Component
class FoldedUses {

    private final Rows rows;
    private final FoldedRuns runs;
    private final UseWorst worst;

    FoldedUses(Rows rows, FoldedRuns runs, UseWorst worst) {
        this.rows = rows;
        this.runs = runs;
        this.worst = worst;
    }

    void take(List<Entry> entries) {
        Map<String, LocalDate> days = new HashMap<>();
        Set<String> touched = new TreeSet<>();
        uses(entries.stream().filter(entry -> entry.kind().equals("use")).toList(), touched);
        List<Object[]> verdicts = new ArrayList<>();
        List<Object[]> contradictions = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind().equals("verdict")) {
                verdicts.add(verdict(entry, days));
                touched.add(entry.body().path("use").asString());
            } else if (entry.kind().equals("contradiction")) {
                contradictions.add(contradiction(entry.body()));
            }
        }
        rows.put(
                "view_verdict",
                2,
                List.of("use_id", "regime", "verdict", "provisional", "rules", "as_of", "run_key", "since"),
                verdicts);
        rows.put("view_contradiction", 2, List.of("use_id", "what", "claimed", "observed", "evidence"), contradictions);
        // One that is settled has been said with nothing observed.
        rows.all(
                "delete from view_contradiction where use_id = ? and what = ? and observed = ''",
                contradictions.stream()
                        .map(row -> new Object[] {row[0], row[1]})
                        .toList());
        worst.update(touched);
    }

    /** A use that is over, and a regime that no longer governs one, have no verdict any more. */
    private void uses(List<Entry> entries, Set<String> touched) {
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> parts = new ArrayList<>();
        List<Object[]> first = new ArrayList<>();
        List<Object[]> over = new ArrayList<>();
        for (Entry entry : entries) {
            JsonNode body = entry.body();
            String use = body.path("use").asString();
            touched.add(use);
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
                        "run_key"),
                heads);
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
            entry.run()
        };
    }

    private Object[] verdict(Entry entry, Map<String, LocalDate> days) {
        JsonNode body = entry.body();
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
            since
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
