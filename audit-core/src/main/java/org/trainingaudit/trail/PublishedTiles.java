package org.trainingaudit.trail;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tiles and bundles of a log of one size as they lie there, and what is wrong with them as files. */
final class PublishedTiles {

    static final int LARGEST_BUNDLE = TilePath.FULL * (2 + 65_535);

    private final LogFiles files;
    private final long size;
    private final Alarms alarms;
    private final Set<String> used = new HashSet<>();
    private long present = -1;

    PublishedTiles(LogFiles files, long size, Alarms alarms) {
        this.files = files;
        this.size = size;
        this.alarms = alarms;
    }

    long size() {
        return size;
    }

    /** How many bundles the log has; a size no file speaks of is not walked through. */
    long bundles() {
        return (size >> TilePath.FULL_BITS) + ((size & (TilePath.FULL - 1)) == 0 ? 0 : 1);
    }

    /** How many of the bundles have any file, of their own or above them. */
    long bundlesPresent() {
        if (present < 0) {
            present = counted();
        }
        return present;
    }

    /** A file far out doesn't have all before it looked for: there are never so many bundles without any file. */
    private long counted() {
        long last = 0;
        long within = 0;
        for (String path : files.paths()) {
            Optional<TilePath> tile = TilePath.parse(path);
            if (tile.isPresent() && tile.get().level() <= 1) {
                within += TilePath.FULL;
                long index = tile.get().index();
                last = Math.max(
                        last,
                        tile.get().level() == 1
                                ? index * TilePath.FULL + tile.get().width()
                                : index + 1);
            }
        }
        return Math.min(bundles(), Math.min(last, within));
    }

    Optional<List<Hash>> hashes(int level, long index) {
        return hashes(TilePath.hashes(level, index, TilePath.width(level, index, size)));
    }

    private Optional<List<Hash>> hashes(TilePath wanted) {
        return tile(wanted).map(bytes -> Hash.split(bytes, wanted.width()));
    }

    /** The bytes of a tile of leaf hashes; there may be more of them than a log of this size has. */
    Optional<byte[]> tile(long index) {
        return tile(TilePath.hashes(0, index, TilePath.width(0, index, size)));
    }

    private Optional<byte[]> tile(TilePath wanted) {
        TilePath found = present(wanted);
        Optional<byte[]> bytes = read(found, "hashes");
        if (bytes.isPresent() && bytes.get().length != found.width() * Hash.LENGTH) {
            alarms.invalid(
                    found.path(), "it has " + bytes.get().length + " bytes, expected " + found.width() * Hash.LENGTH);
            return Optional.empty();
        }
        return bytes;
    }

    Optional<EntryBundle> bundle(long index) {
        TilePath wanted = TilePath.entries(index, TilePath.width(0, index, size));
        TilePath found = present(wanted);
        return read(found, "entries").map(bytes -> EntryBundle.parse(found, bytes, wanted.width()));
    }

    private Optional<byte[]> read(TilePath tile, String what) {
        String path = tile.path();
        boolean first = used.add(path);
        try {
            Optional<byte[]> bytes =
                    files.read(path, tile.isEntries() ? LARGEST_BUNDLE : 2 * TilePath.FULL * Hash.LENGTH);
            if (bytes.isEmpty() && first) {
                alarms.missing(path, "the file with these " + what + " is not here");
            }
            return bytes;
        } catch (TrailException e) {
            alarms.invalid(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A partial tile, or the full one that has taken its place. */
    private TilePath present(TilePath wanted) {
        boolean replaced = !files.paths().contains(wanted.path())
                && files.paths().contains(wanted.full().path());
        return replaced ? wanted.full() : wanted;
    }

    /** Looks at the files that the log of this size does not need: older partial tiles must begin the newer ones. */
    void checkLeftOver() {
        int beyond = 0;
        for (String path : files.paths()) {
            if (!path.startsWith("tile/") || used.contains(path)) {
                continue;
            }
            Optional<TilePath> tile = TilePath.parse(path);
            if (tile.isEmpty()) {
                alarms.invalid(path, "no path of a tile or bundle");
            } else if (tile.get().width() > width(tile.get())) {
                beyond++;
            } else {
                requirePrefix(tile.get());
            }
        }
        if (beyond > 0) {
            alarms.note(beyond + " files below tile/ reach beyond the checkpoint and prove nothing yet");
        }
    }

    private int width(TilePath tile) {
        return TilePath.width(Math.max(0, tile.level()), tile.index(), size);
    }

    private void requirePrefix(TilePath tile) {
        TilePath newer = present(new TilePath(tile.level(), tile.index(), width(tile)));
        Optional<byte[]> read = files.read(tile.path(), LARGEST_BUNDLE, Function.identity(), alarms);
        if (read.isEmpty()) {
            return;
        }
        byte[] old = read.get();
        byte[] all = read(newer, "hashes").orElse(old);
        int length =
                tile.isEntries() ? EntryBundle.parse(newer, all, tile.width()).end() : tile.width() * Hash.LENGTH;
        boolean begins = old.length == length && all.length >= length && Arrays.equals(old, 0, length, all, 0, length);
        if (!begins && !alarms.knows(newer.path())) {
            alarms.invalid(tile.path(), "this older part differs from " + newer.path());
        }
    }
}
