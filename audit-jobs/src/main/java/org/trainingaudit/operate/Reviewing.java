package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.nightly.ScannedColumns;
import org.trainingaudit.nightly.ScannedColumns.Column;
import org.trainingaudit.nightly.ScannedColumns.Scanned;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReview.Decision;
import org.trainingaudit.use.ColumnReviews;
import tools.jackson.databind.node.ObjectNode;

/**
 * Confirming or rejecting what columns hold, and taking that back. Both are in the trail, under a published checkpoint,
 * before the call returns; the next run counts them, until the data change.
 */
@Component
public class Reviewing {

    private static final String KIND = "column_review";

    private final ColumnReviews reviews;
    private final ScannedColumns scanned;
    private final SealedActs acts;
    private final Configuration setup;
    private final BusinessDate date;
    private final FreeText freeText;

    Reviewing(
            ColumnReviews reviews,
            ScannedColumns scanned,
            SealedActs acts,
            Configuration setup,
            BusinessDate date,
            FreeText freeText) {
        this.reviews = reviews;
        this.scanned = scanned;
        this.acts = acts;
        this.setup = setup;
        this.date = date;
        this.freeText = freeText;
    }

    /** A review, and whether the data have changed since, as far as the last scan knows. */
    public record Listed(ColumnReview review, boolean overtaken) {}

    /**
     * Records what somebody says of a column. It ends an earlier review of the same category of that column.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault, and then nothing is recorded: no run has read
     *     the dataset, it has no such column, the category isn't in the taxonomy, what is rejected wasn't found, or account
     *     and reason are missing
     */
    public ColumnReview review(ReviewRequest request) {
        Faults faults = new Faults();
        Optional<Scanned> dataset = dataset(request.dataset(), faults);
        Optional<Column> column = dataset.flatMap(found -> column(found, request.column(), faults));
        checkCategory(request, column, faults);
        checkWho(
                request.by(),
                request.reason(),
                "why it is " + request.decision().word(),
                faults);
        faults.throwIfAny();
        ColumnReview decided = new ColumnReview(
                0,
                dataset.orElseThrow().dataset(),
                column.orElseThrow().name(),
                request.category(),
                request.decision(),
                request.by(),
                request.reason().strip(),
                date.today(),
                dataset.orElseThrow().fingerprint(),
                Optional.empty());
        return acts.act(
                () -> reviews.add(decided),
                numbered -> entry(Long.toString(numbered.number()), ColumnReviews.decided(numbered)));
    }

    /**
     * Records that a review is taken back; from the next run on the scan's word counts alone.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault: there is no review of that number, it no longer
     *     counts, or account and reason are missing
     */
    public ColumnReview withdraw(long number, String by, String reason) {
        Faults faults = new Faults();
        Optional<ColumnReview> given = reviews.find(number);
        if (given.isEmpty()) {
            faults.add(Location.of("withdraw"), "there is no review " + number + "; 'audit review list' has them");
        }
        given.flatMap(ColumnReview::withdrawnOn)
                .ifPresent(day ->
                        faults.add(Location.of("withdraw"), "review " + number + " has ended on " + day + " already"));
        checkWho(by, reason, "why it is taken back", faults);
        faults.throwIfAny();
        LocalDate today = date.today();
        return acts.act(
                () -> {
                    reviews.withdraw(number, today);
                    return reviews.find(number).orElseThrow();
                },
                withdrawn -> entry(
                        number + "/withdrawn",
                        ColumnReviews.withdrawn(given.orElseThrow(), today, by, reason.strip())));
    }

    /** The review of that number. */
    public Optional<ColumnReview> find(long number) {
        return reviews.find(number);
    }

    /** All that were ever given, in that order. */
    public List<Listed> all() {
        return reviews.all().stream().map(this::listed).toList();
    }

    /** All that were ever given of a dataset, in that order. */
    public List<Listed> of(String dataset) {
        return reviews.of(dataset).stream().map(this::listed).toList();
    }

    /** The columns of a dataset as they were last scanned, with what was found in them. */
    public List<Column> columns(String dataset) {
        return scanned.of(dataset).map(Scanned::columns).orElse(List.of());
    }

    /** The categories that can be confirmed, by id. */
    public List<String> categories() {
        return setup.taxonomy().ids().stream().sorted().toList();
    }

    private Listed listed(ColumnReview review) {
        boolean same = scanned.of(review.dataset())
                .filter(now -> now.fingerprint().equals(review.fingerprint()))
                .isPresent();
        return new Listed(review, review.stands() && !same);
    }

    private Optional<Scanned> dataset(String id, Faults faults) {
        Optional<Scanned> found = scanned.of(id);
        if (found.isEmpty()) {
            faults.add(
                    Location.of("DATASET"),
                    "no run has read a dataset '" + id + "'" + Nearest.hint(id, scanned.datasets())
                            + "; a review is of what a run has read");
        }
        return found;
    }

    private static Optional<Column> column(Scanned dataset, String name, Faults faults) {
        Optional<Column> found = dataset.column(name);
        if (found.isEmpty()) {
            List<String> names = dataset.columns().stream().map(Column::name).toList();
            faults.add(
                    Location.of("COLUMN"),
                    "dataset '" + dataset.dataset() + "' has no column '" + name + "'" + Nearest.hint(name, names));
        }
        return found;
    }

    private void checkCategory(ReviewRequest request, Optional<Column> column, Faults faults) {
        String category = request.category();
        if (!setup.taxonomy().has(category)) {
            faults.add(
                    Location.of("CATEGORY"),
                    "unknown category '" + category + "'"
                            + Nearest.hint(category, setup.taxonomy().ids()));
            return;
        }
        column.filter(found -> request.decision() == Decision.REJECTED)
                .filter(found -> !found.categories().contains(category))
                .ifPresent(found -> faults.add(
                        Location.of("CATEGORY"),
                        "the scan found no " + category + " in column '" + found.name()
                                + "', so there is nothing to reject; it found "
                                + (found.categories().isEmpty() ? "nothing" : String.join(", ", found.categories()))));
    }

    private void checkWho(String by, String reason, String why, Faults faults) {
        freeText.faultOfAccount(by).ifPresent(fault -> faults.add(Location.of("--by"), fault));
        Optional<String> fault = reason.isBlank() ? Optional.of(why + " is missing") : freeText.faultOfReason(reason);
        fault.ifPresent(text -> faults.add(Location.of("--reason"), text));
    }

    private static EntryDraft entry(String request, ObjectNode body) {
        return new EntryDraft(KIND, "", List.of(request), body);
    }
}
