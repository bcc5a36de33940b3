package org.trainingaudit.nightly;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trainingaudit.csv.FormulaGuard;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.disk.DiskFault;

/**
 * Writes a dataset's rejected rows as CSV with position and reason, and nothing of what stood in them; the name
 * of a file is no formula in a spreadsheet. The file appears under its name when it is complete.
 */
final class RejectsWriter implements Closeable {

    private final Path file;
    private final Path unfinished;
    private final CSVPrinter printer;

    /**
     * Begins the file; one of that name is replaced on closing.
     *
     * @throws IOException where it can't be written
     */
    RejectsWriter(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".part");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("unit", "line", "reason", "file")
                .get();
        try {
            this.printer = new CSVPrinter(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8), format);
        } catch (IOException e) {
            throw new DiskFault(unfinished, e);
        }
    }

    /** Adds one. */
    void add(Rejection rejection) {
        try {
            printer.printRecord(
                    rejection.unit(), rejection.line(), rejection.reason(), FormulaGuard.guard(rejection.file()));
        } catch (IOException e) {
            throw new DiskFault(unfinished, e).unchecked();
        }
    }

    @Override
    public void close() throws IOException {
        DiskFault.change(unfinished, () -> {
            printer.close(true);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        });
    }
}
