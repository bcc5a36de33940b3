package org.trainingaudit.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing.Listed;
import org.trainingaudit.use.ColumnReview;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reviews of a database that {@code audit serve} has open. */
final class RemoteReviews implements ReviewActs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REVIEWS = "/api/v1/reviews";

    private final ServeClient server;

    RemoteReviews(ServeClient server) {
        this.server = server;
    }

    @Override
    public List<Listed> list(Optional<String> dataset) {
        String of = dataset.map(id -> "?dataset=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
        return server.get(REVIEWS + of)
                .valueStream()
                .map(one -> JSON.treeToValue(one, Listed.class))
                .toList();
    }

    @Override
    public Listed review(ReviewRequest request) {
        ServingProgram.requireOwn(request.by(), server);
        ObjectNode wish = JSON.createObjectNode()
                .put("dataset", request.dataset())
                .put("column", request.column())
                .put("category", request.category())
                .put("decision", request.decision().word())
                .put("reason", request.reason());
        return reviewed(server.post(REVIEWS, wish, Optional.empty()));
    }

    @Override
    public Listed withdraw(long number, String by, String reason) {
        ServingProgram.requireOwn(by, server);
        ObjectNode why = JSON.createObjectNode().put("reason", reason);
        return reviewed(server.post(REVIEWS + "/" + number + "/withdraw", why, Optional.empty()));
    }

    private static Listed reviewed(JsonNode review) {
        return new Listed(JSON.treeToValue(review, ColumnReview.class), false);
    }
}
