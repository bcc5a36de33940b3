package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reviews of columns as the bodies of the trail's {@code column_review} entries, and back. */
final class ColumnReviewJson {

    private static final String WITHDRAWN = "withdrawn";

    private ColumnReviewJson() {}

    /** A decision; {@code until} is null, because it counts until the data change. */
    static ObjectNode decided(ColumnReview review) {
        return head(review, review.decision().word(), review.by(), review.reason())
                .putNull("until")
                .put("fingerprint", review.fingerprint())
                .put("decided_on", review.decidedOn().toString());
    }

    /** That it was taken back on a day. */
    static ObjectNode withdrawn(ColumnReview review, LocalDate day, String by, String reason) {
        return head(review, WITHDRAWN, by, reason).put("until", day.toString());
    }

    private static ObjectNode head(ColumnReview review, String decision, String by, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", review.number())
                .put("dataset", review.dataset())
                .put("column", review.column())
                .put("category", review.category())
                .put("decision", decision)
                .put("actor", by)
                .put("reason", reason);
    }

    /** The day from which the body's review no longer counts, where that is what it says. */
    static Optional<LocalDate> withdrawal(JsonNode body) {
        return body.path("decision").asString("").equals(WITHDRAWN)
                ? Optional.of(LocalDate.parse(body.path("until").asString()))
                : Optional.empty();
    }

    static ColumnReview read(JsonNode body) {
        String decision = body.path("decision").asString("");
        return new ColumnReview(
                body.path("number").asLong(),
                body.path("dataset").asString(),
                body.path("column").asString(),
                body.path("category").asString(),
                ColumnReview.Decision.of(decision)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected confirmed, rejected or withdrawn, but found '" + decision + "'")),
                body.path("actor").asString(),
                body.path("reason").asString(),
                LocalDate.parse(body.path("decided_on").asString()),
                body.path("fingerprint").asString(),
                Optional.empty());
    }
}
