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

    /** A category in a column, and how sure that is; never 0. */
    record Counted(String column, String category, double confidence) {}

    /** Column by column, without what was rejected. */
    static List<Counted> counted(DatasetResult result, List<CountedReview> reviewed) {
        Stream<Counted> scanned = found(result).map(one -> counted(one, reviewed));
        Stream<Counted> said = added(result, reviewed).stream()
                .map(review -> new Counted(review.column(), review.review().category(), review.confidence(0)));
        return Stream.concat(scanned, said).filter(one -> one.confidence() > 0).toList();
    }

    private static Counted counted(Classification found, List<CountedReview> reviewed) {
        Optional<CountedReview> review =
                reviewed.stream().filter(each -> each.isOf(found)).findFirst();
        double confidence =
                review.map(said -> said.confidence(found.confidence())).orElse(found.confidence());
        return new Counted(found.column(), found.category(), confidence);
    }

    /** Each category with the highest confidence in any column; without those that were rejected wherever they were found. */
    static Map<String, Double> categories(DatasetResult result, List<CountedReview> reviewed) {
        Map<String, Double> categories = new TreeMap<>();
        counted(result, reviewed).forEach(one -> categories.merge(one.category(), one.confidence(), Math::max));
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
