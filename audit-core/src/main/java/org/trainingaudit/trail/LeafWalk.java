package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Goes through all entries and leaf hashes of a log once and computes the tree twice: from the entries, and from the leaf
 * hashes in the tiles. Where only one of the two is there, both take that one. Which is right shows at the end.
 */
final class LeafWalk {

    /** What entries and tiles lead to at one size. */
    record Roots(Hash fromEntries, Hash fromTiles) {}

    private final PublishedTiles tiles;
    private final History history;
    private final Alarms alarms;
    private final NavigableSet<Long> wantedSizes;
    private final NavigableSet<Long> wantedLeaves;
    private final RecomputedTree fromEntries = new RecomputedTree();
    private final RecomputedTree fromTiles = new RecomputedTree();
    private final Map<Long, Roots> roots = new HashMap<>();
    private final Map<Long, Roots> leaves = new HashMap<>();
    private final List<Roots> bundleRoots = new ArrayList<>();
    private final Differences differences = new Differences();
    private boolean broken;
    private long checked;
    private long withheld;

    /**
     * Prepares a walk.
     *
     * @param wantedSizes at which the root is wanted
     * @param wantedLeaves of which the leaf hash is wanted
     */
    LeafWalk(
            PublishedTiles tiles,
            History history,
            Alarms alarms,
            Collection<Long> wantedSizes,
            Collection<Long> wantedLeaves) {
        this.tiles = tiles;
        this.history = history;
        this.alarms = alarms;
        this.wantedSizes = new TreeSet<>(wantedSizes);
        this.wantedLeaves = new TreeSet<>(wantedLeaves);
    }

    void run() {
        long present = tiles.bundlesPresent();
        watch();
        new EntryBundlesAhead(tiles, this::isAskedWithin).each(present, this::bundle);
        if (present < tiles.bundles()) {
            broken = true;
            withheld += tiles.size() - present * TilePath.FULL;
            TilePath first = TilePath.hashes(0, present, TilePath.width(0, present, tiles.size()));
            alarms.missing(
                    first.path(),
                    "this file and all after it are not here; the checkpoint states " + tiles.size() + " entries");
        }
    }

    private boolean isAskedWithin(long index) {
        long first = index * TilePath.FULL;
        Long size = wantedSizes.higher(first);
        Long leaf = wantedLeaves.ceiling(first);
        return (size != null && size < first + TilePath.FULL) || (leaf != null && leaf < first + TilePath.FULL);
    }

    private void bundle(EntryBundlesAhead.Read read) {
        Optional<EntryBundleCheck> whole =
                read.check().map(EntryBundleChecks.Ahead::done).filter(check -> check.fits() && !broken);
        whole.ifPresentOrElse(check -> whole(check, read.index()), () -> inParts(read));
    }

    private void whole(EntryBundleCheck check, long index) {
        history.approach(check);
        for (int at = 0; at < TilePath.FULL; at++) {
            if (check.isPlain(at) && history.accept(check, at)) {
                checked++;
            } else {
                readEntry(check.bundle(), at, index * TilePath.FULL + at);
            }
        }
        fromEntries.add(TilePath.FULL_BITS, check.root());
        fromTiles.add(TilePath.FULL_BITS, check.root());
        bundleRoots.add(new Roots(check.root(), check.root()));
        watch();
    }

    private void inParts(EntryBundlesAhead.Read read) {
        long index = read.index();
        int width = TilePath.width(0, index, tiles.size());
        List<Hash> stored = read.tile().map(bytes -> Hash.split(bytes, width)).orElse(List.of());
        Optional<EntryBundle> bundle = read.bundle();
        List<Optional<Hash>> computed = new ArrayList<>(width);
        for (int at = 0; at < width; at++) {
            boolean here = bundle.isPresent() && at < bundle.get().count();
            computed.add(here ? Optional.of(bundle.orElseThrow().leaf(at, fromEntries)) : Optional.empty());
        }
        bundle.ifPresent(found -> differences.compare(found, index, computed, stored));
        readEntries(index * TilePath.FULL, bundle, computed, stored);
        grow(index, computed, stored);
    }

    private void readEntries(
            long first, Optional<EntryBundle> bundle, List<Optional<Hash>> computed, List<Hash> stored) {
        for (int at = 0; at < computed.size(); at++) {
            long seq = first + at;
            boolean here = computed.get(at).isPresent();
            if (!here) {
                withheld++;
                history.gap();
            } else if (at < stored.size()
                    && !stored.get(at).equals(computed.get(at).get())) {
                history.gap();
            } else {
                readEntry(bundle.orElseThrow(), at, seq);
            }
        }
    }

    private void readEntry(EntryBundle bundle, int at, long seq) {
        try {
            history.accept(CheckedEntry.read(bundle.entry(at), seq));
            checked++;
        } catch (StrictJson.Refused e) {
            alarms.invalid(bundle.path() + ", seq " + seq, String.valueOf(e.getMessage()));
            history.gap();
        }
    }

    private void grow(long index, List<Optional<Hash>> computed, List<Hash> stored) {
        boolean whole = true;
        for (int at = 0; at < computed.size(); at++) {
            whole &= computed.get(at).isPresent() || at < stored.size();
        }
        if (whole && !broken) {
            addLeaves(computed, stored);
        } else if (!broken) {
            addSubtree(index, computed.size());
        }
    }

    private void addLeaves(List<Optional<Hash>> computed, List<Hash> stored) {
        List<Hash> entries = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < computed.size(); at++) {
            int here = at;
            Hash fromEntry = computed.get(at).orElseGet(() -> stored.get(here));
            Hash fromTile = at < stored.size() ? stored.get(at) : fromEntry;
            if (wantedLeaves.contains(fromEntries.size())) {
                leaves.put(fromEntries.size(), new Roots(fromEntry, fromTile));
            }
            fromEntries.add(0, fromEntry);
            fromTiles.add(0, fromTile);
            entries.add(fromEntry);
            hashes.add(fromTile);
            watch();
        }
        if (entries.size() == TilePath.FULL) {
            Hash root = RecomputedTree.over(entries);
            bundleRoots.add(new Roots(root, entries.equals(hashes) ? root : RecomputedTree.over(hashes)));
        }
    }

    /** Leaves that are lost altogether may still be covered by the tile above them. */
    private void addSubtree(long index, int width) {
        int at = (int) (index % TilePath.FULL);
        List<Hash> above =
                width == TilePath.FULL ? tiles.hashes(1, index / TilePath.FULL).orElse(List.of()) : List.of();
        if (at >= above.size()) {
            broken = true;
            return;
        }
        fromEntries.add(TilePath.FULL_BITS, above.get(at));
        fromTiles.add(TilePath.FULL_BITS, above.get(at));
        bundleRoots.add(new Roots(above.get(at), above.get(at)));
        watch();
    }

    private void watch() {
        if (wantedSizes.contains(fromEntries.size())) {
            roots.put(fromEntries.size(), new Roots(fromEntries.root(), fromTiles.root()));
        }
    }

    /** Whether hashes were missing so that no root could be computed. */
    boolean isBroken() {
        return broken;
    }

    Roots roots() {
        return new Roots(fromEntries.root(), fromTiles.root());
    }

    Optional<Roots> rootsAt(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    Optional<Roots> leafAt(long seq) {
        return Optional.ofNullable(leaves.get(seq));
    }

    /** The roots of the full bundles, in order. */
    List<Roots> bundleRoots() {
        return bundleRoots;
    }

    List<Differences.Difference> differences() {
        return differences.all();
    }

    long checked() {
        return checked;
    }

    long withheld() {
        return withheld;
    }
}
