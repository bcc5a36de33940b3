package org.trainingaudit.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A table in a file.
 *
 * @param file where it is
 * @param sheet which of several sheets of a workbook, if it is one
 */
public record DataFile(Path file, Optional<String> sheet) {

    /** The path as it was given, with {@code #} and the sheet behind it where there are several. */
    public String name() {
        return file + sheet.map(name -> "#" + ShownName.of(name)).orElse("");
    }
}
