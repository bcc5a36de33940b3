package org.trainingaudit.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.Classification;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.trail.EntryDraft;

/** What our own scan and people say of a dataset's columns, for the trail: a change adds an entry. */
@Component
class ColumnEntries {

    private static final String KIND = "classification";

    private final Recorded recorded;
    private final ScanEntries entries;

    ColumnEntries(Recorded recorded, ScanEntries entries) {
        this.recorded = recorded;
        this.entries = entries;
    }

    /** What is new of a dataset, and what was said before and holds no longer. */
    List<EntryDraft> changed(Run run, ScannedItem item, List<CountedReview> reviewed) {
        String subject = entries.subject(item.dataset());
        // What was found before and no longer is: said with no matches, so that the fold drops it.
        return recorded.replaced(
                run, KIND, subject, said(run, item, reviewed), part -> entries.gone(run, item.dataset(), part));
    }

    private Map<String, Statement> said(Run run, ScannedItem item, List<CountedReview> reviewed) {
        String dataset = item.dataset();
        Map<String, Statement> said = new LinkedHashMap<>();
        for (ColumnProfile column : item.result().columns()) {
            String type = item.announced().types().getOrDefault(column.name(), "");
            for (Classification found : column.classifications()) {
                Optional<CountedReview> review =
                        reviewed.stream().filter(each -> each.isOf(found)).findFirst();
                say(said, dataset, entries.part(found), entries.classification(run, dataset, found, type, review));
            }
        }
        for (CountedReview review : ReviewedColumns.added(item.result(), reviewed)) {
            long rows = item.result().read();
            say(said, dataset, entries.part(review), entries.added(run, dataset, review, rows));
        }
        return said;
    }

    private void say(Map<String, Statement> said, String dataset, String part, EntryDraft entry) {
        String subject = entries.subject(dataset);
        said.putIfAbsent(part, new Statement(KIND, subject, part, entry.body().toString(), entry));
    }
}
