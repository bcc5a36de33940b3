package org.trainingaudit.nightly;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How work is dealt out to partitions: each item has one of a fixed number of slots by its id, each partition takes the
 * slots that leave its share as remainder. A restart with another number of partitions keeps the shares it began with.
 */
final class Slots implements Partitioner {

    private static final int SLOTS = 1024;

    static final String SHARE = "share";
    static final String SHARES = "shares";

    /** The slot of an item, the same on every machine. */
    static int of(String id) {
        return Math.floorMod(id.hashCode(), SLOTS);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int share = 0; share < gridSize; share++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(SHARE, share);
            context.putInt(SHARES, gridSize);
            partitions.put("share" + share, context);
        }
        return partitions;
    }
}
