package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReviews;

/** Lays what persons said of a dataset's columns beside what the scan says of them now. */
@Component
class CountedReviews {

    private final ColumnReviews reviews;
    private final SafeNames names;
    private final Progress progress;

    CountedReviews(ColumnReviews reviews, SafeNames names, Progress progress) {
        this.reviews = reviews;
        this.names = names;
        this.progress = progress;
    }

    /** The datasets of whose columns a person ever said anything, by the names that the trail has. */
    Set<String> subjects() {
        return reviews.datasets();
    }

    /** Those that a run counts, where it knows what is in the dataset; tells of each that the data have overtaken. */
    List<CountedReview> of(Run run, DatasetInput input, DatasetResult result) {
        if (result.status() == Status.SKIPPED) {
            return List.of();
        }
        List<ColumnReview> standing = reviews.of(names.of(input.dataset())).stream()
                .filter(review -> run.request().knownAt().map(review::stoodOn).orElseGet(review::stands))
                .toList();
        List<CountedReview> counted = counted(standing, input.fingerprint(), result, names);
        counted.stream().filter(review -> !review.holds()).forEach(review -> progress.note(overtaken(review)));
        return counted;
    }

    static List<CountedReview> counted(
            List<ColumnReview> standing, String fingerprint, DatasetResult result, SafeNames names) {
        List<CountedReview> counted = new ArrayList<>();
        for (ColumnReview review : standing) {
            Optional<String> column = result.columns().stream()
                    .map(ColumnProfile::name)
                    .filter(name -> names.of(name).equals(review.column()))
                    .findFirst();
            boolean same = column.isPresent() && review.fingerprint().equals(fingerprint);
            counted.add(new CountedReview(review, column.orElse(review.column()), same));
        }
        return List.copyOf(counted);
    }

    static String overtaken(CountedReview overtaken) {
        ColumnReview review = overtaken.review();
        String now = overtaken.confirms()
                ? "the category counts as doubtful where the scan doesn't find it"
                : "what the scan finds counts again";
        return "WARN: " + review.dataset() + ": review " + review.number() + " (" + review.by() + ", "
                + review.decidedOn() + "), which " + review.decision().word() + " " + review.category() + " in column '"
                + review.column() + "', is overtaken: the data have changed since. So " + now
                + "; look at the column and review it again, or withdraw the review ('audit review list')";
    }
}
