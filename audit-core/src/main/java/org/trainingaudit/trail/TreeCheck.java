package org.trainingaudit.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Compares the recomputed tree with the checkpoint, and says which file is wrong where they differ. */
final class TreeCheck {

    private final Checkpoint checkpoint;
    private final LeafWalk walk;
    private final PublishedTiles tiles;
    private final Alarms alarms;
    private final boolean entriesRight;
    private final boolean tilesRight;

    TreeCheck(Checkpoint checkpoint, LeafWalk walk, PublishedTiles tiles, Alarms alarms) {
        this.checkpoint = checkpoint;
        this.walk = walk;
        this.tiles = tiles;
        this.alarms = alarms;
        this.entriesRight = !walk.isBroken() && walk.roots().fromEntries().equals(checkpoint.root());
        this.tilesRight = !walk.isBroken() && walk.roots().fromTiles().equals(checkpoint.root());
    }

    /** Whether the checkpoint's root was recomputed, so that all it covers is what was signed. */
    boolean holds() {
        return entriesRight || tilesRight;
    }

    /** The root at an older size, of the tree that was found right. */
    Optional<Hash> rootAt(long size) {
        return walk.rootsAt(size).map(right());
    }

    /** The hash of a leaf, of the tree that was found right. */
    Optional<Hash> leafAt(long seq) {
        return walk.leafAt(seq).map(right());
    }

    private Function<LeafWalk.Roots, Hash> right() {
        return entriesRight || !tilesRight ? LeafWalk.Roots::fromEntries : LeafWalk.Roots::fromTiles;
    }

    void run(SortedMap<Long, Checkpoint> older) {
        walk.differences().forEach(this::tell);
        if (walk.isBroken()) {
            alarms.missing("checkpoint", "its root cannot be recomputed, since hashes are missing");
        } else if (!holds()) {
            alarms.invalid(
                    "checkpoint",
                    "the entries have root " + walk.roots().fromEntries() + ", but root " + checkpoint.root()
                            + " was signed; " + where(older));
        }
        checkUpper(1, walk.bundleRoots().stream().map(right()).toList());
        tiles.checkLeftOver();
    }

    private void tell(Differences.Difference difference) {
        String seqs = difference.from() == difference.to()
                ? "seq " + difference.from()
                : "seq " + difference.from() + " to " + difference.to();
        if (difference.inBundle() || (tilesRight && !entriesRight)) {
            alarms.invalid(difference.bundle() + ", " + seqs, "not what was signed: " + difference.why());
        } else if (entriesRight) {
            alarms.invalid(
                    difference.tile() + ", " + seqs, "the tile does not hold the hash of the entry that was signed");
        } else {
            alarms.invalid(
                    difference.bundle() + ", " + seqs,
                    "entry and hash in " + difference.tile() + " differ: " + difference.why());
        }
    }

    private String where(SortedMap<Long, Checkpoint> older) {
        long fits = 0;
        for (Map.Entry<Long, Checkpoint> kept : older.entrySet()) {
            Optional<LeafWalk.Roots> here = walk.rootsAt(kept.getKey());
            boolean same = here.filter(
                            roots -> roots.fromEntries().equals(kept.getValue().root()))
                    .isPresent();
            if (here.isPresent() && !same) {
                return "the first change lies in seq " + fits + " to " + (kept.getKey() - 1);
            }
            fits = same ? kept.getKey() : fits;
        }
        return "the first change lies in seq " + fits + " to " + (checkpoint.size() - 1);
    }

    /** Each tile above the leaves holds the roots of the full tiles below it. */
    private void checkUpper(int level, List<Hash> expected) {
        int full = expected.size() / TilePath.FULL;
        for (int index = 0; index * TilePath.FULL < expected.size(); index++) {
            List<Hash> here =
                    expected.subList(index * TilePath.FULL, Math.min(expected.size(), (index + 1) * TilePath.FULL));
            String path = TilePath.hashes(level, index, TilePath.width(level, index, checkpoint.size()))
                    .path();
            tiles.hashes(level, index).ifPresent(stored -> compareUpper(path, stored, here));
        }
        if (full > 0) {
            checkUpper(
                    level + 1,
                    IntStream.range(0, full)
                            .mapToObj(i ->
                                    RecomputedTree.over(expected.subList(i * TilePath.FULL, (i + 1) * TilePath.FULL)))
                            .toList());
        }
    }

    private void compareUpper(String path, List<Hash> stored, List<Hash> expected) {
        for (int i = 0; i < Math.min(stored.size(), expected.size()); i++) {
            if (!stored.get(i).equals(expected.get(i))) {
                alarms.invalid(path, "hash " + i + " is " + stored.get(i) + ", recomputed " + expected.get(i));
                return;
            }
        }
    }
}
