package org.trainingaudit.detection;

import java.util.List;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;

/**
 * What the scan of one block came to.
 *
 * @param number which block, from 0
 * @param result rows read and rejected, those included that took too long to be looked at
 * @param rejections which rows were rejected, by their places in the whole file
 * @param part what was seen
 * @param side what was counted beside
 */
public record ScannedBlock(
        int number, ReadResult result, List<Rejection> rejections, DatasetPart part, SideCounts side) {

    public ScannedBlock {
        rejections = List.copyOf(rejections);
        ProfileCounts counts = part.counts();
        long rejected = counts.rejected() + counts.unread();
        long classified = counts.rows() - counts.unread();
        if (classified + rejected != result.read() || rejected != result.rejected()) {
            throw new IllegalStateException("block " + number + ": " + result.read() + " rows read, but " + classified
                    + " classified and " + rejected + " rejected");
        }
    }
}
