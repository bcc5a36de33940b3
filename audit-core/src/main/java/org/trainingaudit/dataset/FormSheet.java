package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A sheet of an Excel workbook that people fill in as a form: each row as it stands, with its number, so that what is wrong
 * in a cell can be told with the cell's name. Datasets are read by {@link DatasetReader} instead.
 */
public final class FormSheet {

    /** Gets the rows that have any text, from the first to the last. The cells behind the last filled one are left out. */
    public interface Rows {

        /**
         * A row.
         *
         * @param number its number in the sheet, from 1
         * @param cells its cells from the first column on; days and times as ISO 8601 has them, truth as {@code TRUE} and
         *     {@code FALSE}; only good during the call
         * @param fault why not all of it could be read, such as {@code formula} for one whose result isn't stored; empty
         *     where nothing is wrong
         */
        void row(int number, List<String> cells, String fault);
    }

    private final Path file;
    private final String name;
    private final Limits limits;

    private FormSheet(Path file, String name, Limits limits) {
        this.file = file;
        this.name = name;
        this.limits = limits;
    }

    /**
     * The sheet that is meant: the only one with cells, or of several the one of that name, in any case of letters.
     *
     * @throws RefusedException where the file is no workbook, or it is open which of its sheets is meant
     */
    public static FormSheet of(Path file, String preferred, Limits limits) {
        try {
            List<String> names = SheetReader.names(file, limits);
            String name = names.size() == 1
                    ? names.get(0)
                    : names.stream()
                            .filter(preferred::equalsIgnoreCase)
                            .findFirst()
                            .orElseThrow(() -> new RefusedException(Refusal.refused("a workbook of " + names.size()
                                    + " sheets, of which none is called '" + preferred + "': "
                                    + SheetReader.shown(names) + "; give the one that is meant that name")));
            return new FormSheet(file, name, limits);
        } catch (IOException e) {
            throw RefusedException.unreadable();
        }
    }

    /** The sheet's name. */
    public String name() {
        return name;
    }

    /**
     * Hands all its rows on.
     *
     * @throws RefusedException where it can't be read to its end; rows that were handed on stand
     */
    public void each(Rows rows) {
        try {
            SheetReader.each(file, name, limits, new SheetSink() {
                @Override
                public void row(List<String> cells, long line) {
                    rows.row(Math.toIntExact(line), cells, "");
                }

                @Override
                public void rejected(List<String> cells, long line, String reason) {
                    rows.row(Math.toIntExact(line), cells, reason);
                }
            });
        } catch (IOException e) {
            throw RefusedException.unreadable();
        }
    }
}
