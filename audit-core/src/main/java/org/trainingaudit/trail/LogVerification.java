package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trainingaudit.trail.VerifyReport.Result;

/** Verifies a log or an evidence bundle, in the order of section 8 of the format. */
final class LogVerification {

    private static final String CHECKPOINT = "checkpoint";
    private static final String CHECKPOINTS = "checkpoints/";
    private static final String PROOFS = "proofs/";
    private static final String CONSISTENCY = "consistency";

    private final LogSource source;
    private final Auditor auditor;
    private final Alarms alarms;
    private final SortedMap<Long, Map.Entry<String, SignedCheckpoint>> published = new TreeMap<>();
    private final Map<String, ProofFile> proofs = new TreeMap<>();
    private String freshness = "not proven: no checkpoint kept from before was given";
    private List<VerifierKey> signers = List.of();
    private Optional<History> history = Optional.empty();

    LogVerification(LogSource source, Auditor auditor, Alarms alarms) {
        this.source = source;
        this.auditor = auditor;
        this.alarms = alarms;
    }

    VerifyReport run() {
        Optional<SignedCheckpoint> newest = read(CHECKPOINT, SignedNote.LARGEST, SignedCheckpoint::parse);
        if (newest.isEmpty()) {
            if (!alarms.knows(CHECKPOINT)) {
                alarms.missing(CHECKPOINT, "the file is not here; nothing can be said of the log");
            }
            return TrailVerifier.nothing(alarms, auditor.hasKey());
        }
        if (!auditor.believes(newest.get(), CHECKPOINT, alarms)) {
            return TrailVerifier.nothing(alarms, auditor.hasKey());
        }
        return verify(newest.get());
    }

    private VerifyReport verify(SignedCheckpoint newest) {
        Checkpoint checkpoint = newest.checkpoint();
        readCheckpoints(checkpoint);
        readProofs();
        PublishedTiles tiles = new PublishedTiles(source, checkpoint.size(), alarms);
        long present = Math.min(checkpoint.size(), tiles.bundlesPresent() * TilePath.FULL);
        try (Ids ids = new Ids(present, Ids.mostInMemory())) {
            return verify(newest, tiles, new History(checkpoint, alarms, ids));
        }
    }

    private VerifyReport verify(SignedCheckpoint newest, PublishedTiles tiles, History history) {
        Checkpoint checkpoint = newest.checkpoint();
        this.history = Optional.of(history);
        LeafWalk walk = new LeafWalk(
                tiles,
                history,
                alarms,
                sizes(),
                proofs.values().stream().map(ProofFile::number).toList());
        walk.run();
        TreeCheck tree = new TreeCheck(checkpoint, walk, tiles, alarms);
        tree.run(older());
        history.finish();
        checkOlder(tree);
        checkSigners(newest, new KeyChain(checkpoint, auditor.logKeys(), history, alarms));
        tellNewer(checkpoint);
        auditor.since().ifPresent(since -> checkSince(since, checkpoint, tree));
        checkProofs(checkpoint, tree);
        new BundleFiles(source, history, alarms).run();
        new DisclosureCheck(source, tiles, alarms).run();
        return report(newest, walk);
    }

    /** What the entries say together; empty where no checkpoint could be believed. */
    Optional<History> history() {
        return history;
    }

    private <T> Optional<T> read(String path, int most, Function<byte[], T> parse) {
        try {
            return source.read(path, most).map(parse);
        } catch (TrailException e) {
            alarms.invalid(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void readCheckpoints(Checkpoint newest) {
        for (String path : source.paths().stream()
                .filter(path -> path.startsWith(CHECKPOINTS))
                .toList()) {
            read(path, SignedNote.LARGEST, SignedCheckpoint::parse).ifPresent(signed -> {
                Checkpoint older = signed.checkpoint();
                if (!older.origin().equals(newest.origin()) || !path.equals(named(older.size()))) {
                    alarms.invalid(
                            path, "it is the checkpoint of size " + older.size() + " of '" + older.origin() + "'");
                } else {
                    published.put(older.size(), Map.entry(path, signed));
                }
            });
        }
    }

    private static String named(long size) {
        return String.format(Locale.ROOT, CHECKPOINTS + "%020d", size);
    }

    private void readProofs() {
        for (String path :
                source.paths().stream().filter(path -> path.startsWith(PROOFS)).toList()) {
            read(path, ProofFile.LARGEST, ProofFile::inclusion).ifPresent(proof -> {
                if (path.equals(String.format(Locale.ROOT, PROOFS + "%020d.tlog-proof", proof.number()))) {
                    proofs.put(path, proof);
                } else {
                    alarms.invalid(path, "it is the proof of entry " + proof.number());
                }
            });
        }
    }

    /** The sizes at which a root will be wanted. */
    private Set<Long> sizes() {
        Set<Long> sizes = new HashSet<>(published.keySet());
        auditor.since().ifPresent(since -> sizes.add(since.checkpoint().size()));
        read(CONSISTENCY, ProofFile.LARGEST, ProofFile::consistency).ifPresent(proof -> {
            sizes.add(proof.number());
            sizes.add(proof.checkpoint().checkpoint().size());
        });
        proofs.values()
                .forEach(proof -> sizes.add(proof.checkpoint().checkpoint().size()));
        return sizes;
    }

    private SortedMap<Long, Checkpoint> older() {
        return published.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().getValue().checkpoint(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void checkOlder(TreeCheck tree) {
        if (!tree.holds()) {
            return;
        }
        published.forEach((size, file) -> tree.rootAt(size).ifPresent(root -> {
            Hash stated = file.getValue().checkpoint().root();
            if (!stated.equals(root)) {
                alarms.invalid(
                        file.getKey(), "it states root " + stated + ", but the log had " + root + " at that size");
            }
        }));
    }

    private void checkSigners(SignedCheckpoint newest, KeyChain chain) {
        Map.Entry<String, SignedCheckpoint> copy =
                published.put(newest.checkpoint().size(), Map.entry(CHECKPOINT, newest));
        signers = chain.run(published.headMap(newest.checkpoint().size() + 1));
        if (copy != null && !signers.isEmpty()) {
            requireSame(copy);
        }
        source.read("keys", SignedNote.LARGEST)
                .ifPresent(bytes -> chain.checkKeysFile("keys", new String(bytes, StandardCharsets.UTF_8)));
    }

    private void requireSame(Map.Entry<String, SignedCheckpoint> copy) {
        try {
            if (!copy.getValue().signedBy(signers).equals(signers)) {
                alarms.invalid(copy.getKey(), "it is not signed as the file checkpoint is");
            }
        } catch (TrailException e) {
            alarms.invalid(copy.getKey(), String.valueOf(e.getMessage()));
        }
    }

    private void tellNewer(Checkpoint checkpoint) {
        published
                .tailMap(checkpoint.size() + 1)
                .values()
                .forEach(file -> alarms.missing(
                        file.getKey(),
                        "a newer checkpoint than the newest: the log was larger once than the " + checkpoint.size()
                                + " entries presented"));
    }

    private void checkSince(SignedCheckpoint since, Checkpoint now, TreeCheck tree) {
        Checkpoint before = since.checkpoint();
        freshness = "not proven: the log could not be compared with your checkpoint";
        if (!before.origin().equals(now.origin())) {
            alarms.invalid(
                    CHECKPOINT, "it is of '" + now.origin() + "', but your checkpoint is of '" + before.origin() + "'");
        } else if (before.size() > now.size()) {
            alarms.add(
                    Result.ROLLBACK_OR_FORK,
                    CHECKPOINT,
                    "rollback: it states " + now.size() + " entries, but your checkpoint has " + before.size());
        } else if (tree.holds()) {
            compare(before, now, tree.rootAt(before.size()));
        }
    }

    private void compare(Checkpoint before, Checkpoint now, Optional<Hash> root) {
        if (root.isEmpty()) {
            alarms.missing(
                    CHECKPOINT, "the root at size " + before.size() + " of your checkpoint cannot be recomputed");
        } else if (!root.get().equals(before.root())) {
            alarms.add(
                    Result.ROLLBACK_OR_FORK,
                    CHECKPOINT,
                    "fork: the log had root " + root.get() + " at size " + before.size() + ", but your checkpoint has "
                            + before.root());
        } else {
            freshness = "grew by " + (now.size() - before.size()) + " entries from your checkpoint of size "
                    + before.size();
        }
    }

    private void checkProofs(Checkpoint checkpoint, TreeCheck tree) {
        proofs.forEach((path, proof) -> {
            if (fits(path, proof, checkpoint, tree)) {
                Checkpoint under = proof.checkpoint().checkpoint();
                Optional<Hash> leaf = tree.leafAt(proof.number());
                leaf.ifPresentOrElse(
                        hash -> ProofCheck.inclusion(proof.number(), under.size(), hash, proof.hashes(), under.root())
                                .ifPresent(why -> alarms.invalid(path, why)),
                        () -> alarms.missing(path, "the hash of entry " + proof.number() + " is not here"));
            }
        });
        read(CONSISTENCY, ProofFile.LARGEST, ProofFile::consistency).ifPresent(proof -> {
            if (fits(CONSISTENCY, proof, checkpoint, tree)) {
                Checkpoint under = proof.checkpoint().checkpoint();
                tree.rootAt(proof.number())
                        .flatMap(old ->
                                ProofCheck.consistency(proof.number(), old, under.size(), under.root(), proof.hashes()))
                        .ifPresent(why -> alarms.invalid(CONSISTENCY, why));
            }
        });
    }

    /** A proof's checkpoint is one of this log; its root is the recomputed one, so its own signature adds nothing. */
    private boolean fits(String path, ProofFile proof, Checkpoint checkpoint, TreeCheck tree) {
        Checkpoint under = proof.checkpoint().checkpoint();
        boolean known = under.size() == checkpoint.size()
                ? under.equals(checkpoint)
                : under.origin().equals(checkpoint.origin())
                        && tree.rootAt(under.size())
                                .filter(under.root()::equals)
                                .isPresent();
        if (tree.holds() && !known) {
            alarms.invalid(path, "its checkpoint of size " + under.size() + " is none of this log");
        }
        return tree.holds() && known && auditor.believes(proof.checkpoint(), path, alarms);
    }

    private VerifyReport report(SignedCheckpoint newest, LeafWalk walk) {
        List<String> names = new ArrayList<>();
        if (auditor.hasKey()) {
            signers.forEach(key -> names.add(key.name() + "+" + key.keyIdHex()));
        } else {
            alarms.note("no key of the log was given, so nobody knows who made it; keys inside it prove nothing");
        }
        Checkpoint checkpoint = newest.checkpoint();
        return new VerifyReport(
                alarms.worst(auditor.hasKey()),
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().hex(),
                names,
                auditor.newestWitness(newest),
                walk.checked(),
                walk.withheld(),
                freshness,
                alarms.problems(),
                alarms.notes());
    }
}
