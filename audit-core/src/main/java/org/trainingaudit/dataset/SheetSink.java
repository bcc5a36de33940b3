package org.trainingaudit.dataset;

import java.util.List;

/** What the rows of a sheet are handed to. */
interface SheetSink {

    /**
     * A row that isn't blank; its last cell has a value. The list is only good during the call.
     *
     * @param line its number in the sheet, from 1
     */
    void row(List<String> cells, long line);

    /**
     * A row that can't be used, with what could be read of it, and why: {@code formula} for one whose result isn't stored,
     * {@code too-long}.
     */
    void rejected(List<String> cells, long line, String reason);
}
