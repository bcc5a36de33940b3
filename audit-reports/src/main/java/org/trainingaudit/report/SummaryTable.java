package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trainingaudit.report.NightSummary.DatasetCounts;
import org.trainingaudit.report.NightSummary.FindingCounts;
import org.trainingaudit.report.NightSummary.RegimeCounts;

/** The counts of a run as plain text, for the end of a command. */
public final class SummaryTable {

    private SummaryTable() {}

    /** Lines in English, each ended by LF: a table of the verdicts, then a line for each of the other counts. */
    public static String text(NightSummary summary) {
        StringBuilder out = new StringBuilder();
        out.append(head(summary)).append('\n').append(verdicts(summary)).append('\n');
        out.append(line("Violations", violations(summary)));
        out.append(line("Findings", findings(summary.findings())));
        out.append(line("Datasets", datasets(summary.datasets())));
        out.append(notWhole(summary.datasets()));
        if (!summary.unreadDocuments().isEmpty()) {
            String documents = visible(String.join(", ", summary.unreadDocuments()));
            out.append(line("Faults in", documents + " (not all read to the end; a use may be missing)"));
        }
        summary.notJudged().forEach(regime -> out.append(line("Not judged", visible(regime))));
        if (summary.withoutVerdict() > 0) {
            out.append(line("No verdict", summary.withoutVerdict() + " pairs of use and regime"));
        }
        return out.append(line("Complete", complete(summary))).toString();
    }

    private static String complete(NightSummary summary) {
        String rows = summary.everyRowRead() ? "" : ", but for rows that could not be read: see coverage.csv";
        String datasets = summary.datasets().notScanned() > 0 || !summary.everyRowRead() ? ", see coverage.csv" : "";
        return summary.complete() ? "yes" + rows : "no" + datasets;
    }

    private static String head(NightSummary summary) {
        return String.format(
                Locale.ROOT,
                "%s  business date %s, law as of %s%s\n",
                summary.run(),
                summary.businessDate(),
                summary.asOf(),
                summary.kind() == RunKind.TRIAL ? "  (trial: counts nowhere else)" : "");
    }

    private static String violations(NightSummary summary) {
        return summary.violations() + " on " + summary.usesInViolation() + " of " + summary.uses() + " uses"
                + (summary.provisionalViolations() == 0 ? "" : "; " + summary.provisionalViolations() + " provisional");
    }

    /** What wasn't looked at, or not as it should be; nothing where all was. */
    private static String notWhole(DatasetCounts datasets) {
        StringBuilder out = new StringBuilder();
        datasets.skipped()
                .forEach(skipped -> out.append(
                        line("Not scanned", visible(skipped.dataset()) + " (" + visible(skipped.reason()) + ")")));
        if (!datasets.blindDetectors().isEmpty()) {
            String blind = visible(String.join(", ", datasets.blindDetectors()));
            out.append(line("Blind", blind + " (detectors that don't find their own examples)"));
        }
        if (datasets.reviewsOvertaken() > 0) {
            out.append(line(
                    "Overtaken", datasets.reviewsOvertaken() + " reviews of columns whose data have changed since"));
        }
        return out.toString();
    }

    private static String line(String label, String text) {
        return String.format(Locale.ROOT, "%-12s %s\n", label, text);
    }

    private static String findings(FindingCounts findings) {
        return findings.open() + " open (" + findings.waived() + " waived), "
                + (findings.opened() - findings.reopened()) + " newly opened, " + findings.reopened() + " reopened, "
                + findings.stillOpen() + " still open, " + findings.closed() + " closed"
                + (findings.overdue() == 0 ? "" : "; " + findings.overdue() + " overdue");
    }

    private static String datasets(DatasetCounts datasets) {
        return datasets.scanned() + " read, " + datasets.unchanged() + " unchanged, " + datasets.notScanned()
                + " not scanned, " + datasets.unread() + " with rows that could not be read";
    }

    private static String verdicts(NightSummary summary) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("Regime", "violation", "needs-review", "not-yet", "compliant", "not-applicable", "change"));
        summary.regimes().forEach(regime -> table.add(row(regime)));
        int first = table.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (List<String> row : table) {
            out.append(row.get(0)).append(" ".repeat(first - row.get(0).length()));
            for (int i = 1; i < row.size(); i++) {
                int width = table.get(0).get(i).length() + 2;
                out.append(String.format(Locale.ROOT, "%" + width + "s", row.get(i)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static List<String> row(RegimeCounts regime) {
        String change = regime.change().isPresent()
                ? String.format(Locale.ROOT, "%+d", regime.change().getAsLong())
                : "-";
        return List.of(
                visible(regime.regime()) + (regime.provisional() ? " *" : ""),
                Long.toString(regime.violation()),
                Long.toString(regime.needsReview()),
                Long.toString(regime.notYetApplicable()),
                Long.toString(regime.compliant()),
                Long.toString(regime.notApplicable()),
                change);
    }

    /** A name that somebody else chose must not steer the terminal. */
    private static String visible(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
