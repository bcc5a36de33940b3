package org.trainingaudit.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often each regime gives a verdict on uses of a source, kept while the trail is folded: nobody counts for a page. */
@Component
class VerdictCounts {

    private final Rows rows;
    private final JdbcClient jdbc;

    VerdictCounts(Rows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** What is counted: source, regime and verdict. */
    private record Kind(String source, String regime, String verdict) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }
    }

    /** The share of some uses in the counts. */
    static final class Share {
        private final Map<Kind, Long> counts = new TreeMap<>();
    }

    Share of(Set<String> uses) {
        Share share = new Share();
        Rows.inParts(
                uses,
                some -> jdbc.sql("select source, regime, verdict, count(*) from view_verdict where use_id in (:uses)"
                                + " group by source, regime, verdict")
                        .param("uses", some)
                        .query(row -> {
                            Kind kind = new Kind(row.getString(1), row.getString(2), row.getString(3));
                            share.counts.merge(kind, row.getLong(4), Long::sum);
                        }));
        return share;
    }

    /** The uses whose share was that have another one now. */
    void change(Share before, Share after) {
        Map<Kind, Long> difference = new TreeMap<>(after.counts);
        before.counts.forEach((kind, uses) -> difference.merge(kind, -uses, Long::sum));
        List<Object[]> fresh = new ArrayList<>();
        difference.forEach((kind, uses) -> {
            if (uses != 0 && add(kind, uses) == 0) {
                fresh.add(new Object[] {kind.source, kind.regime, kind.verdict, uses});
            }
        });
        rows.all("insert into view_verdict_count (source, regime, verdict, uses) values (?, ?, ?, ?)", fresh);
        jdbc.sql("delete from view_verdict_count where uses = 0").update();
    }

    private int add(Kind kind, long uses) {
        return jdbc.sql("update view_verdict_count set uses = uses + ? where source = ? and regime = ? and verdict = ?")
                .params(uses, kind.source, kind.regime, kind.verdict)
                .update();
    }
}
