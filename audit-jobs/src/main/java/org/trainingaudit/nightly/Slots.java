package org.trainingaudit.nightly;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How work is dealt out to partitions, one share each. Datasets have one of a fixed number of slots by their id, and a share
 * takes the slots that leave its number as remainder; uses lie in order, and a share takes one stretch ({@link
 * UseRows#range}). A restart with another number of partitions keeps the shares it began with.
 */
final class Slots implements Partitioner {

    private static final int SLOTS = 1024;

    private static final Pattern NAME = Pattern.compile("share([0-9]+)of([0-9]+)$");

    /**
     * One partition's part of the work.
     *
     * @param number which, from 0
     * @param of how many there are
     */
    record Share(int number, int of) {}

    /**
     * The share of a partition by the name of its step. The name is there from the partition's first row in the database on;
     * what the framework saves beside it comes a commit later, and a kill between the two would leave it empty for good.
     */
    static Share share(String stepName) {
        Matcher name = NAME.matcher(stepName);
        if (!name.find()) {
            throw new IllegalStateException("'" + stepName + "' isn't the name of a partition");
        }
        return new Share(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
    }

    /** Whether a step of that name is a share. */
    static boolean isShare(String stepName) {
        return NAME.matcher(stepName).find();
    }

    /** The slot of an item, the same on every machine. */
    static int of(String id) {
        return Math.floorMod(id.hashCode(), SLOTS);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int share = 0; share < gridSize; share++) {
            partitions.put("share" + share + "of" + gridSize, new ExecutionContext());
        }
        return partitions;
    }
}
