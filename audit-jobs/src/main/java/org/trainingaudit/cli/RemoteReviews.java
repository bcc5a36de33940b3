package org.trainingaudit.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing.Listed;
import org.trainingaudit.use.ColumnReview;

/** Reviews of a database that {@code audit serve} has open. */
final class RemoteReviews implements ReviewActs {

    private final RemoteRecords records;

    RemoteReviews(ServeClient server) {
        this.records = new RemoteRecords(server, "/api/v1/reviews");
    }

    @Override
    public List<Listed> list(Optional<String> dataset) {
        String of = dataset.map(id -> "?dataset=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
        return records.list(of, Listed.class);
    }

    @Override
    public Listed review(ReviewRequest request) {
        return reviewed(records.add(
                request.by(),
                RemoteRecords.wish()
                        .put("dataset", request.dataset())
                        .put("column", request.column())
                        .put("category", request.category())
                        .put("decision", request.decision().word())
                        .put("reason", request.reason()),
                ColumnReview.class));
    }

    @Override
    public Listed withdraw(long number, String by, String reason) {
        return reviewed(records.decide(Long.toString(number), "withdraw", by, reason, ColumnReview.class));
    }

    private static Listed reviewed(ColumnReview review) {
        return new Listed(review, false);
    }
}
