package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.trail.EntryDraft;

/**
 * The datasets of a run that need no reading: those that can't be read, and those that are as they were when they were last
 * read by the same detectors. They are settled all together, whatever their number, so that the cost of a night follows
 * what has changed. Done again it settles the same, and says nothing twice.
 */
@Component
class SettledDatasets {

    private final DatasetRows rows;
    private final DatasetsTonight datasets;
    private final CountedReviews reviews;
    private final ScanEntries entries;
    private final ColumnEntries columns;
    private final ImportedEntries imports;

    SettledDatasets(
            DatasetRows rows,
            DatasetsTonight datasets,
            CountedReviews reviews,
            ScanEntries entries,
            ColumnEntries columns,
            ImportedEntries imports) {
        this.rows = rows;
        this.datasets = datasets;
        this.reviews = reviews;
        this.entries = entries;
        this.columns = columns;
        this.imports = imports;
    }

    /**
     * Settles what needs no reading.
     *
     * @param inputs all datasets of the run
     * @return what there is to say of it, and what other scanners say anew of any dataset of the run
     */
    List<EntryDraft> settle(Run run, List<DatasetInput> inputs) {
        List<DatasetInput> absent =
                inputs.stream().filter(input -> !input.absent().isEmpty()).toList();
        rows.settleAbsent(run, absent);
        rows.settleUnchanged(run);
        List<EntryDraft> said = new ArrayList<>();
        absent.forEach(input -> said.add(entries.skip(run, input.dataset(), input.absent())));
        reviewed(inputs).forEach(input -> said.addAll(reviews(run, input)));
        said.addAll(
                imports.changed(run, inputs.stream().map(DatasetInput::dataset).toList()));
        return said;
    }

    /** Those of whose columns a person ever said anything. */
    private List<DatasetInput> reviewed(List<DatasetInput> inputs) {
        Set<String> subjects = reviews.subjects();
        return subjects.isEmpty()
                ? List.of()
                : inputs.stream()
                        .filter(input -> subjects.contains(entries.subject(input.dataset())))
                        .toList();
    }

    /** Nothing happened to the data, so what is appended is at most what a person has said of them since. */
    private List<EntryDraft> reviews(Run run, DatasetInput input) {
        return rows.result(run, input.dataset())
                .filter(result -> result.status() == Status.UNCHANGED)
                .map(result -> {
                    List<CountedReview> counted = reviews.of(run, input, result);
                    rows.saveReviews(run, input.dataset(), counted);
                    ScannedItem item = new ScannedItem(input, datasets.announced(input.dataset()), result);
                    return columns.changed(run, item, counted);
                })
                .orElse(List.of());
    }
}
