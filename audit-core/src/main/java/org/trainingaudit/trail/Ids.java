package org.trainingaudit.trail;

import java.io.Closeable;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The ids of a log's entries, to find one that comes again: in memory as long as they fit, in files beside it as soon as they
 * don't. Then it's told in the end, and not at once, which came again.
 */
final class Ids implements Closeable {

    /** Of the memory that Java may take, this part at most is for ids. */
    private static final int SHARE = 4;

    private static final int BYTES_AN_ID = 2 * Long.BYTES * 3;
    private static final int FEWEST = 1 << 10;

    private final int most;
    private IdSet inMemory;
    private Optional<IdFiles> files = Optional.empty();

    /**
     * None yet.
     *
     * @param expected how many there will be, as far as that is known
     * @param most how many to keep in memory
     */
    Ids(long expected, int most) {
        this.most = most;
        this.inMemory = new IdSet(Math.min(expected, most));
    }

    /** As many in memory as a quarter of what Java may take holds. */
    static int mostInMemory() {
        long fitting = Runtime.getRuntime().maxMemory() / SHARE / BYTES_AN_ID;
        return (int) Math.max(FEWEST, Math.min(fitting, Integer.MAX_VALUE / 8));
    }

    /** Tells of ids that are about to be added, two longs each; adding them is quicker then. */
    void approach(long[] ids) {
        if (files.isEmpty()) {
            inMemory.approach(ids);
        }
    }

    /** Adds the id of the entry at that place, by its first 128 bits; false if it's sure that it was there. */
    boolean add(long high, long low, long seq) {
        if (files.isEmpty() && inMemory.count() < most) {
            return inMemory.add(high, low);
        }
        if (files.isEmpty()) {
            IdFiles aside = new IdFiles(most);
            files = Optional.of(aside);
            inMemory.each((one, other) -> aside.add(one, other, 0));
            inMemory = new IdSet(0);
        }
        files.get().add(IdSet.key(high, low), low, seq);
        return true;
    }

    /** The same with an id of 64 hex digits. */
    boolean add(String id, long seq) {
        return add(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16), seq);
    }

    /** Tells the places of entries whose id an earlier one has and of which {@link #add} didn't say so. */
    void repeated(LongConsumer then) {
        files.ifPresent(aside -> aside.repeated(then));
    }

    @Override
    public void close() {
        files.ifPresent(IdFiles::close);
        files = Optional.empty();
    }
}
