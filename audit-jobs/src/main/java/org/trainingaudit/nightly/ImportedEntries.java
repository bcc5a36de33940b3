package org.trainingaudit.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.ImportedFinding;
import org.trainingaudit.use.ScanResults;

/**
 * What other scanners found, for the trail: a change adds an entry, as with our own scans, whether or not the dataset was
 * read tonight. Where one of their files can't be read whole, nothing is said to be gone.
 */
@Component
class ImportedEntries {

    /** Apart from what our own scan found, which may be gone while this is still there. */
    private static final String KIND = "imported";

    private final OtherScanners scanners;
    private final Recorded recorded;
    private final ScanEntries entries;

    ImportedEntries(OtherScanners scanners, Recorded recorded, ScanEntries entries) {
        this.scanners = scanners;
        this.recorded = recorded;
        this.entries = entries;
    }

    /** What is new of those datasets. */
    List<EntryDraft> changed(Run run, List<String> datasets) {
        ScanResults found = scanners.results(run);
        Set<String> said = recorded.subjects(KIND);
        return found.isEmpty() && said.isEmpty()
                ? List.of()
                : datasets.stream()
                        .filter(dataset -> found.hasAny(dataset) || said.contains(entries.subject(dataset)))
                        .flatMap(dataset -> changed(run, found, dataset).stream())
                        .toList();
    }

    private List<EntryDraft> changed(Run run, ScanResults found, String dataset) {
        String subject = entries.subject(dataset);
        Map<String, Statement> statements = new LinkedHashMap<>();
        for (ImportedFinding one : found.of(dataset)) {
            EntryDraft entry = entries.imported(run, dataset, one);
            String part = entries.part(one);
            statements.put(part, new Statement(KIND, subject, part, entry.body().toString(), entry));
        }
        return found.whole()
                ? recorded.replaced(run, KIND, subject, statements, part -> entries.gone(run, dataset, part))
                : recorded.changed(run, KIND, List.copyOf(statements.values()));
    }
}
