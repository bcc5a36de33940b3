package org.trainingaudit.detection;

/**
 * What a scan says of a column; never a value of it.
 *
 * @param column the column's name
 * @param category an id of the taxonomy
 * @param share rows with a match among all rows read, from 0 to 1; 0 where only the name speaks for it
 * @param matches rows with a match
 * @param rows rows read
 * @param confidence from 0 to 1, by the model that {@code ColumnVote} describes
 * @param evidence what it rests on
 * @param detector the id of the detector with the most to say
 * @param detectorVersion that detector's version
 */
public record Classification(
        String column,
        String category,
        double share,
        long matches,
        long rows,
        double confidence,
        Evidence evidence,
        String detector,
        String detectorVersion) {}
