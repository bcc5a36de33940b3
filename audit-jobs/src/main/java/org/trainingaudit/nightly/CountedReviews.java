package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.nightly.DatasetResult.Status;
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

    /** The reviews of a dataset: those that count, and whether there ever were any. */
    record OfDataset(List<CountedReview> counted, boolean any) {
        static final OfDataset NONE = new OfDataset(List.of(), false);
    }

    /** Those that a run counts, where it knows what is in the dataset; tells of each that the data have overtaken. */
    OfDataset of(Run run, String dataset, String fingerprint, DatasetResult result) {
        List<ColumnReview> all = reviews.of(names.of(dataset));
        if (all.isEmpty() || result.status() == Status.SKIPPED) {
            return OfDataset.NONE;
        }
        List<ColumnReview> standing = all.stream()
                .filter(review -> run.request().knownAt().map(review::stoodOn).orElseGet(review::stands))
                .toList();
        List<CountedReview> counted = counted(standing, fingerprint, result, names);
        counted.stream().filter(review -> !review.holds()).forEach(review -> progress.note(overtaken(review)));
        return new OfDataset(counted, true);
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
