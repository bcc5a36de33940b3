package org.trainingaudit.view;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.JsonNode;

/** Datasets and what was found in their columns, as the trail has them. */
@Component
class FoldedDatasets {

    private static final List<String> DATASET =
            List.of("dataset", "fingerprint", "skipped", "read_rows", "classified", "rejected", "complete", "run_key");
    private static final List<String> COLUMN = List.of(
            "dataset",
            "column_name",
            "category",
            "detector",
            "detector_version",
            "matches",
            "share_ppm",
            "confidence_ppm",
            "evidence",
            "review");

    private final Rows rows;
    private final JdbcClient jdbc;

    FoldedDatasets(Rows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** It counts as incomplete until its totals say otherwise. */
    void open(Entry entry) {
        String fingerprint = entry.body().path("fingerprint").asString();
        rows.put("view_dataset", 1, DATASET, id(entry), fingerprint, "", 0L, 0L, 0L, false, entry.run());
    }

    /** What was found in it before stays: it's the last that is known. */
    void skip(Entry entry) {
        String reason = entry.body().path("reason").asString();
        int known = jdbc.sql("update view_dataset set skipped = ?, complete = false where dataset = ?")
                .params(reason, id(entry))
                .update();
        if (known == 0) {
            rows.put("view_dataset", 1, DATASET, id(entry), "", reason, 0L, 0L, 0L, false, "");
        }
    }

    void totals(Entry entry) {
        JsonNode body = entry.body();
        long rejected = body.path("rejected").asLong();
        boolean complete = rejected == 0
                && body.path("complete").asBoolean(true)
                && !body.path("sampled").asBoolean(false);
        jdbc.sql("update view_dataset set skipped = '', read_rows = ?, classified = ?, rejected = ?, complete = ?,"
                        + " run_key = ? where dataset = ?")
                .params(
                        body.path("read").asLong(),
                        body.path("classified").asLong(),
                        rejected,
                        complete,
                        entry.run(),
                        id(entry))
                .update();
    }

    /** Evidence {@code none} says that the category is there no longer. */
    void column(Entry entry) {
        JsonNode body = entry.body();
        Object[] row = {
            id(entry),
            body.path("column").asString(),
            body.path("category").asString(),
            body.path("detector").asString(),
            body.path("detector_version").asString(),
            body.path("matches").asLong(),
            body.path("share_ppm").asLong(),
            body.path("confidence_ppm").asLong(),
            body.path("evidence").asString(),
            body.path("review").asString("")
        };
        rows.put("view_column", 4, COLUMN, row);
        if (row[8].equals("none")) {
            jdbc.sql("delete from view_column where dataset = ? and column_name = ? and category = ? and detector = ?")
                    .params(row[0], row[1], row[2], row[3])
                    .update();
        }
    }

    private static String id(Entry entry) {
        return entry.body().path("dataset").asString();
    }
}
