package org.trainingaudit.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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

    /** Entries that do not fit their leaf hashes, or lengths that do not fit the file. */
    record Difference(String bundle, String tile, long from, long to, String why, boolean inBundle) {}

    /** How many bundles, and bytes of them, are read before they are needed. */
    private static final int AHEAD = 8;

    private static final int BYTES_AHEAD = 2 << 20;

    private final PublishedTiles tiles;
    private final History history;
    private final Alarms alarms;
    private final NavigableSet<Long> sizes;
    private final NavigableSet<Long> leafs;
    private final RecomputedTree fromEntries = new RecomputedTree();
    private final RecomputedTree fromTiles = new RecomputedTree();
    private final Map<Long, Roots> roots = new HashMap<>();
    private final Map<Long, Roots> leaves = new HashMap<>();
    private final List<Roots> bundleRoots = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private boolean broken;
    private long checked;
    private long withheld;

    /**
     * Prepares a walk.
     *
     * @param sizes at which the root is wanted
     * @param leafs of which the leaf hash is wanted
     */
    LeafWalk(PublishedTiles tiles, History history, Alarms alarms, Collection<Long> sizes, Collection<Long> leafs) {
        this.tiles = tiles;
        this.history = history;
        this.alarms = alarms;
        this.sizes = new TreeSet<>(sizes);
        this.leafs = new TreeSet<>(leafs);
    }

    void run() {
        long present = tiles.bundlesPresent();
        watch();
        walk(present);
        if (present < tiles.bundles()) {
            broken = true;
            withheld += tiles.size() - present * TilePath.FULL;
            TilePath first = TilePath.hashes(0, present, TilePath.width(0, present, tiles.size()));
            alarms.missing(
                    first.path(),
                    "this file and all after it are not here; the checkpoint states " + tiles.size() + " entries");
        }
    }

    /** Reads some bundles ahead, so that their hashes are computed beside what has to be done in order. */
    private void walk(long present) {
        Deque<Read> ahead = new ArrayDeque<>();
        long bytes = 0;
        try (BundleChecks checks = new BundleChecks()) {
            for (long index = 0; index < present; index++) {
                Read next = read(index, checks);
                ahead.add(next);
                bytes += next.bytes();
                while (ahead.size() > 1 && (ahead.size() > AHEAD || bytes > BYTES_AHEAD)) {
                    Read first = ahead.remove();
                    bytes -= first.bytes();
                    bundle(first);
                }
            }
            ahead.forEach(this::bundle);
        }
    }

    /** A bundle and its tile as they lie there; checked ahead where it's full and nothing within it is asked for. */
    private record Read(
            long index, Optional<byte[]> tile, Optional<Bundle> bundle, Optional<BundleChecks.Ahead> check) {

        int bytes() {
            return bundle.map(found -> found.bytes().length).orElse(0);
        }
    }

    private Read read(long index, BundleChecks checks) {
        Optional<byte[]> tile = tiles.tile(index);
        Optional<Bundle> bundle = tiles.bundle(index);
        boolean full = TilePath.width(0, index, tiles.size()) == TilePath.FULL
                && tile.isPresent()
                && bundle.filter(found -> found.fault().isEmpty()).isPresent();
        return new Read(
                index,
                tile,
                bundle,
                full && !isAskedWithin(index)
                        ? Optional.of(checks.begin(
                                new BundleCheck(bundle.orElseThrow(), tile.orElseThrow(), index * TilePath.FULL)))
                        : Optional.empty());
    }

    private boolean isAskedWithin(long index) {
        long first = index * TilePath.FULL;
        Long size = sizes.higher(first);
        Long leaf = leafs.ceiling(first);
        return (size != null && size < first + TilePath.FULL) || (leaf != null && leaf < first + TilePath.FULL);
    }

    private void bundle(Read read) {
        Optional<BundleCheck> whole =
                read.check().map(BundleChecks.Ahead::done).filter(check -> check.fits() && !broken);
        whole.ifPresentOrElse(check -> whole(check, read.index()), () -> inParts(read));
    }

    private void whole(BundleCheck check, long index) {
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

    private void inParts(Read read) {
        long index = read.index();
        int width = TilePath.width(0, index, tiles.size());
        List<Hash> stored =
                read.tile().map(bytes -> PublishedTiles.split(bytes, width)).orElse(List.of());
        Optional<Bundle> bundle = read.bundle();
        List<Optional<Hash>> computed = new ArrayList<>(width);
        for (int at = 0; at < width; at++) {
            boolean here = bundle.isPresent() && at < bundle.get().count();
            computed.add(here ? Optional.of(bundle.orElseThrow().leaf(at, fromEntries)) : Optional.empty());
        }
        bundle.ifPresent(found -> compare(found, index, computed, stored));
        readEntries(index * TilePath.FULL, bundle, computed, stored);
        grow(index, computed, stored);
    }

    /** Gathers neighbouring differences into one; where the file itself is out of joint, the first says it all. */
    private void compare(Bundle bundle, long index, List<Optional<Hash>> computed, List<Hash> stored) {
        long first = index * TilePath.FULL;
        String tile = TilePath.hashes(0, index, computed.size()).path();
        List<Integer> wrong = new ArrayList<>();
        for (int at = 0; at < Math.min(bundle.count(), stored.size()); at++) {
            if (!stored.get(at).equals(computed.get(at).orElseThrow())) {
                wrong.add(at);
            }
        }
        if (bundle.fault().isPresent()) {
            int at = wrong.isEmpty() ? Math.min(bundle.count(), computed.size() - 1) : wrong.get(0);
            String why = bundle.fault().get();
            differences.add(new Difference(bundle.path(), tile, first + at, first + computed.size() - 1, why, true));
            return;
        }
        for (int i = 0, from = 0; i < wrong.size(); i++) {
            boolean last = i + 1 == wrong.size() || wrong.get(i + 1) != wrong.get(i) + 1;
            if (last) {
                String why = "its leaf hash is " + computed.get(wrong.get(from)).orElseThrow() + ", expected "
                        + stored.get(wrong.get(from));
                differences.add(
                        new Difference(bundle.path(), tile, first + wrong.get(from), first + wrong.get(i), why, false));
                from = i + 1;
            }
        }
    }

    private void readEntries(long first, Optional<Bundle> bundle, List<Optional<Hash>> computed, List<Hash> stored) {
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

    private void readEntry(Bundle bundle, int at, long seq) {
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
            if (leafs.contains(fromEntries.size())) {
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
        if (sizes.contains(fromEntries.size())) {
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

    List<Difference> differences() {
        return differences;
    }

    long checked() {
        return checked;
    }

    long withheld() {
        return withheld;
    }
}
