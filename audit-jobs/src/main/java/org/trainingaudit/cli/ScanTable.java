package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trainingaudit.detection.Classification;
import org.trainingaudit.detection.Evidence;
import org.trainingaudit.operate.FileScan.ScannedFile;

/** What a scan found, for people: a line for each file, under it one for each category of a column, and a line at the end. */
final class ScanTable {

    private static final int NARROWEST = 20;
    private static final int WIDEST = 40;

    private final PrintWriter out;
    private long files;
    private long rows;
    private long rejected;
    private long columns;
    private long columnsWithData;

    ScanTable(PrintWriter out) {
        this.out = out;
    }

    void add(ScannedFile file) {
        files++;
        rows += file.read();
        rejected += file.rejected();
        columns += file.columns().size();
        List<Classification> found = file.columns().stream()
                .flatMap(column -> column.classifications().stream())
                .toList();
        columnsWithData += file.columns().stream()
                .filter(column -> !column.classifications().isEmpty())
                .count();
        out.println(heading(file, found.isEmpty()));
        int names = width(found.stream().map(Classification::column).toList());
        int categories = width(found.stream().map(Classification::category).toList());
        found.forEach(one -> out.println(line(one, names, categories)));
        out.flush();
    }

    private static String heading(ScannedFile file, boolean nothing) {
        String size = count(file.read(), "row") + ", " + count(file.columns().size(), "column");
        String rejected = file.rejected() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d rejected (%s)", file.rejected(), reasons(file));
        String found = file.complete() ? ", nothing found" : ", nothing found in what was looked at";
        return Printable.text(file.dataset()) + ": " + size + rejected
                + (file.sound() ? "" : ", not looked at by every detector") + (nothing ? found : "");
    }

    private static String reasons(ScannedFile file) {
        return file.rejectedBy().entrySet().stream()
                .map(reason -> String.format(Locale.ROOT, "%s %,d", reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static int width(List<String> texts) {
        int widest = texts.stream()
                .mapToInt(text -> DisplayWidth.of(Printable.text(text)))
                .max()
                .orElse(0);
        return Math.min(WIDEST, Math.max(NARROWEST, widest));
    }

    /** Where the name alone speaks, no value was recognised, and a share of rows would say that there is nothing. */
    private static String line(Classification found, int names, int categories) {
        String share = found.evidence() == Evidence.NAME
                ? "      -"
                : String.format(Locale.ROOT, "%5.1f %%", found.share() * 100);
        return "  " + DisplayWidth.padded(Printable.text(found.column()), names) + "  "
                + DisplayWidth.padded(found.category(), categories) + "  " + share
                + String.format(Locale.ROOT, "  confidence %.2f  by %s", found.confidence(), evidence(found));
    }

    private static String evidence(Classification found) {
        return switch (found.evidence()) {
            case NAME -> "name";
            case CONTENT -> "content";
            case BOTH -> "name and content";
        };
    }

    /** What it all came to. */
    void end(int refused) {
        out.printf(
                Locale.ROOT,
                "%n%s, %s%s: personal data in %,d of %s%s%n",
                count(files, "file"),
                count(rows, "row"),
                rejected == 0 ? "" : String.format(Locale.ROOT, ", %,d rejected", rejected),
                columnsWithData,
                count(columns, "column"),
                refused == 0 ? "" : "; " + count(refused, "file") + " could not be read");
    }

    private static String count(long number, String of) {
        return String.format(Locale.ROOT, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }
}
