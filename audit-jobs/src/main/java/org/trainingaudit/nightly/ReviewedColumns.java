package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trainingaudit.detection.Classification;

/** What counts as being in a dataset's columns: what the scan says, with what persons said of it. */
final class ReviewedColumns {

    private ReviewedColumns() {}

    /** The reviews that confirm a category of which the scan finds nothing in that column. */
    static List<CountedReview> added(DatasetResult result, List<CountedReview> reviewed) {
        return reviewed.stream()
                .filter(review -> review.confirms() && found(result).noneMatch(review::isOf))
                .toList();
    }

    private static Stream<Classification> found(DatasetResult result) {
        return result.columns().stream().flatMap(column -> column.classifications().stream());
    }

    /** Each category with the highest confidence in any column; without those that were rejected wherever they were found. */
    static Map<String, Double> categories(DatasetResult result, List<CountedReview> reviewed) {
        Map<String, Double> categories = new TreeMap<>();
        found(result).forEach(one -> {
            Optional<CountedReview> review =
                    reviewed.stream().filter(each -> each.isOf(one)).findFirst();
            categories.merge(
                    one.category(),
                    review.map(said -> said.confidence(one.confidence())).orElse(one.confidence()),
                    Math::max);
        });
        added(result, reviewed)
                .forEach(review -> categories.merge(review.review().category(), review.confidence(0), Math::max));
        categories.values().removeIf(confidence -> confidence == 0);
        return categories;
    }

    /** Who says so of those that a person confirmed. */
    static Map<String, String> origins(List<CountedReview> reviewed) {
        Map<String, String> origins = new TreeMap<>();
        reviewed.stream()
                .filter(review -> review.confirms() && review.holds())
                .forEach(review -> origins.putIfAbsent(review.review().category(), review.shown()));
        return origins;
    }
}
