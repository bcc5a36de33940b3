package org.trainingaudit.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of each use the worst that any regime says, and how many violations, reviews and missing facts it has. */
@Component
class UseWorst {

    /** The worst first. */
    static final List<String> ORDER = List.of("violation", "needs-review", "not-yet-applicable", "compliant");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rows rows;
    private final JdbcClient jdbc;

    UseWorst(Rows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private static final class Tally {
        private int worst = ORDER.size();
        private int violations;
        private int reviews;
        private final Set<String> missing = new HashSet<>();

        void add(String verdict, JsonNode rules) {
            int place = ORDER.indexOf(verdict);
            worst = place < 0 ? worst : Math.min(worst, place);
            violations += verdict.equals("violation") ? 1 : 0;
            reviews += verdict.equals("needs-review") ? 1 : 0;
            rules.forEach(rule -> rule.path("missing").forEach(fact -> missing.add(fact.asString())));
        }

        Object[] row(String use) {
            String word = worst < ORDER.size() ? ORDER.get(worst) : "";
            return new Object[] {word, violations, reviews, missing.size(), use};
        }
    }

    void update(Set<String> uses) {
        Rows.inParts(uses, this::some);
    }

    private void some(List<String> uses) {
        Map<String, Tally> tallies = new HashMap<>();
        uses.forEach(use -> tallies.put(use, new Tally()));
        jdbc.sql("select use_id, verdict, rules from view_verdict where use_id in (:uses)")
                .param("uses", uses)
                .query(row -> {
                    Tally tally = tallies.getOrDefault(row.getString(1), new Tally());
                    tally.add(row.getString(2), JSON.readTree(row.getString(3)));
                });
        List<Object[]> updates = new ArrayList<>();
        tallies.forEach((use, tally) -> updates.add(tally.row(use)));
        rows.all("update view_use set worst = ?, violations = ?, reviews = ?, missing = ? where use_id = ?", updates);
    }
}
