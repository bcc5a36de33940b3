package org.trainingaudit.use;

import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Text;

/**
 * What another scanner found, as a file.
 *
 * @param tool which scanner wrote it
 * @param file the file
 * @param dataset the dataset that it is about; empty where each line of the file names one
 * @param entities categories by the scanner's own words, before those that are built in
 */
public record ScanResultFile(Tool tool, Text file, Optional<Text> dataset, Map<String, Text> entities) {

    /** The scanners whose results can be read. */
    public enum Tool {
        /** Results of Presidio's analyzer, or of its analysis of structured data, as JSON. */
        PRESIDIO,
        /** Lines that pdscan writes with {@code --format ndjson}. */
        PDSCAN,
        /** A CSV file with the columns dataset, column, category and confidence (0 to 1). */
        CSV
    }

    public ScanResultFile {
        entities = Map.copyOf(entities);
    }
}
