package org.trainingaudit.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Reads some bundles ahead, so that their hashes are computed beside what has to be done in order. */
final class EntryBundlesAhead {

    /** How many bundles, and bytes of them, are read before they are needed. */
    private static final int AHEAD = 8;

    private static final int BYTES_AHEAD = 2 << 20;

    private final PublishedTiles tiles;
    private final LongPredicate inParts;

    /**
     * Bundles of a log.
     *
     * @param inParts the bundles that are to be looked at entry by entry, which isn't done ahead
     */
    EntryBundlesAhead(PublishedTiles tiles, LongPredicate inParts) {
        this.tiles = tiles;
        this.inParts = inParts;
    }

    /** A bundle and its tile as they lie there; checked ahead where it's full and nothing within it is asked for. */
    record Read(
            long index, Optional<byte[]> tile, Optional<EntryBundle> bundle, Optional<EntryBundleChecks.Ahead> check) {

        private int bytes() {
            return bundle.map(found -> found.bytes().length).orElse(0);
        }
    }

    /** Goes through the first bundles, in order. */
    void each(long count, Consumer<Read> then) {
        Deque<Read> ahead = new ArrayDeque<>();
        long bytes = 0;
        try (EntryBundleChecks checks = new EntryBundleChecks()) {
            for (long index = 0; index < count; index++) {
                Read next = read(index, checks);
                ahead.add(next);
                bytes += next.bytes();
                while (ahead.size() > 1 && (ahead.size() > AHEAD || bytes > BYTES_AHEAD)) {
                    Read first = ahead.remove();
                    bytes -= first.bytes();
                    then.accept(first);
                }
            }
            ahead.forEach(then);
        }
    }

    private Read read(long index, EntryBundleChecks checks) {
        Optional<byte[]> tile = tiles.tile(index);
        Optional<EntryBundle> bundle = tiles.bundle(index);
        boolean whole = TilePath.width(0, index, tiles.size()) == TilePath.FULL
                && tile.isPresent()
                && bundle.filter(found -> found.fault().isEmpty()).isPresent();
        return new Read(
                index,
                tile,
                bundle,
                whole && !inParts.test(index)
                        ? Optional.of(checks.begin(
                                new EntryBundleCheck(bundle.orElseThrow(), tile.orElseThrow(), index * TilePath.FULL)))
                        : Optional.empty());
    }
}
