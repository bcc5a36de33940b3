package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.report.OfScan.Stage;

/** What a run knows of each dataset: read by it, read before and unchanged, or not read, and then why. */
final class Coverage {

    /** How a dataset stands. */
    enum Status {
        SCANNED,
        UNCHANGED,
        NOT_SCANNED,
        NOT_DECLARED
    }

    /**
     * One dataset.
     *
     * @param reason why it wasn't scanned; empty where it was
     * @param counts the totals that stand for it; none where it wasn't scanned
     * @param scannedOn the business date on which it was last read, whatever its status
     * @param ref the entry that says so; empty where the trail has none
     */
    record Line(
            String dataset,
            Status status,
            String reason,
            Optional<OfScan> counts,
            Optional<LocalDate> scannedOn,
            String ref) {

        boolean complete() {
            return counts.map(OfScan::complete).orElse(false);
        }
    }

    private final NightFold fold;
    private final Run run;
    private final Estate estate;

    Coverage(NightFold fold, Run run, Estate estate) {
        this.fold = fold;
        this.run = run;
        this.estate = estate;
    }

    /** All datasets that the run covers, by id. */
    List<Line> lines() {
        Set<String> datasets = new TreeSet<>(Key::compareAsUtf8);
        datasets.addAll(fold.datasets);
        datasets.addAll(estate.datasets());
        List<Line> lines = new ArrayList<>();
        for (String dataset : datasets) {
            if (run.covers(dataset)) {
                lines.add(line(dataset));
            }
        }
        return lines;
    }

    private Line line(String dataset) {
        Optional<OfScan> tonight = Optional.ofNullable(fold.scansOfRun.get(dataset));
        Optional<OfScan> last = fold.reads.get(Key.of(dataset));
        if (tonight.isPresent()) {
            return tonight(dataset, tonight.get(), last);
        }
        if (!estate.declares(dataset)) {
            return notScanned(dataset, Status.NOT_DECLARED, "not-declared", last, last.map(OfScan::ref));
        }
        return last.map(read -> new Line(dataset, Status.UNCHANGED, "", last, day(last), read.ref()))
                .orElseGet(() -> notScanned(dataset, Status.NOT_SCANNED, "no-record", last, Optional.empty()));
    }

    private Line tonight(String dataset, OfScan scan, Optional<OfScan> last) {
        if (scan.stage() == Stage.READ) {
            requireBalance(scan);
            return new Line(dataset, Status.SCANNED, "", last, day(last), scan.ref());
        }
        String reason = scan.stage() == Stage.SKIPPED ? scan.reason() : "unfinished";
        return notScanned(dataset, Status.NOT_SCANNED, reason, last, Optional.of(scan.ref()));
    }

    /** A report that doesn't add up is none. */
    private static void requireBalance(OfScan scan) {
        if (!scan.addsUp()) {
            throw new IllegalStateException("entry " + scan.ref() + ": the rows of dataset '" + scan.dataset()
                    + "' don't add up: " + number(scan.read()) + " read, but " + number(scan.classified())
                    + " classified, " + number(scan.rejected()) + " rejected and " + number(scan.filtered())
                    + " filtered");
        }
    }

    private static String number(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "an unknown number";
    }

    private Line notScanned(String dataset, Status status, String reason, Optional<OfScan> last, Optional<String> ref) {
        return new Line(dataset, status, reason, Optional.empty(), day(last), ref.orElse(""));
    }

    private Optional<LocalDate> day(Optional<OfScan> scan) {
        return scan.flatMap(read -> fold.businessDate(read.run()));
    }
}
