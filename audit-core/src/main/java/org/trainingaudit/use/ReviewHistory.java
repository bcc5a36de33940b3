package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** All reviews of columns, put together from the trail's {@code column_review} entries. */
public final class ReviewHistory {

    private final TreeMap<Long, ColumnReview> reviews = new TreeMap<>();

    /** Takes the body of the next entry. One that is said again, as at the beginning of a year's log, changes nothing. */
    public void add(JsonNode body) {
        Optional<LocalDate> withdrawal = ColumnReviewJson.withdrawal(body);
        if (withdrawal.isPresent()) {
            reviews.computeIfPresent(body.path("number").asLong(), (number, review) -> end(review, withdrawal.get()));
            return;
        }
        ColumnReview review = ColumnReviewJson.read(body);
        if (reviews.containsKey(review.number())) {
            return;
        }
        reviews.replaceAll((number, before) -> before.isOfSame(review) ? end(before, review.decidedOn()) : before);
        reviews.put(review.number(), review);
    }

    private static ColumnReview end(ColumnReview review, LocalDate day) {
        return review.stands() ? review.withdrawn(day) : review;
    }

    /** All that were ever given, by number. */
    public List<ColumnReview> all() {
        return List.copyOf(reviews.values());
    }

    /**
     * Those of a dataset that count.
     *
     * @param knownAt as far as one knew on that day; now, where none is given
     */
    public List<ColumnReview> of(String dataset, Optional<LocalDate> knownAt) {
        return reviews.values().stream()
                .filter(review -> review.dataset().equals(dataset))
                .filter(review -> knownAt.map(review::stoodOn).orElseGet(review::stands))
                .toList();
    }
}
