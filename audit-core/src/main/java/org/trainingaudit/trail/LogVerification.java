package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.trail.VerifyReport.Result;

/** Verifies a log or an evidence bundle, in the order of section 8 of the format. */
final class LogVerification {

    private static final String CHECKPOINT = "checkpoint";

    private final LogFiles files;
    private final Auditor auditor;
    private final Alarms alarms;
    private String freshness = "not proven: no checkpoint kept from before was given";
    private List<VerifierKey> signers = List.of();
    private Optional<History> history = Optional.empty();

    LogVerification(LogFiles files, Auditor auditor, Alarms alarms) {
        this.files = files;
        this.auditor = auditor;
        this.alarms = alarms;
    }

    VerifyReport run() {
        Optional<SignedCheckpoint> newest = files.read(CHECKPOINT, SignedNote.LARGEST, SignedCheckpoint::parse, alarms);
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
        long size = newest.checkpoint().size();
        PublishedTiles tiles = new PublishedTiles(files, size, alarms);
        long present = Math.min(size, tiles.bundlesPresent() * TilePath.FULL);
        try (Ids ids = new Ids(present, Ids.mostInMemory())) {
            return verify(newest, tiles, new History(newest.checkpoint(), alarms, ids));
        }
    }

    private VerifyReport verify(SignedCheckpoint newest, PublishedTiles tiles, History history) {
        this.history = Optional.of(history);
        Checkpoint checkpoint = newest.checkpoint();
        KeptCheckpoints kept = new KeptCheckpoints(files, checkpoint, alarms);
        BundledProofs proofs = new BundledProofs(files, auditor, alarms);
        Set<Long> sizes = new HashSet<>(kept.sizes());
        sizes.addAll(proofs.sizes());
        auditor.since().ifPresent(since -> sizes.add(since.checkpoint().size()));
        LeafWalk walk = new LeafWalk(tiles, history, alarms, sizes, proofs.entries());
        walk.run();
        TreeCheck tree = new TreeCheck(checkpoint, walk, tiles, alarms);
        tree.run(kept.bySize());
        history.finish();
        kept.compare(tree);
        signers = kept.signers(CHECKPOINT, newest, new KeyChain(checkpoint, auditor.logKeys(), history, alarms));
        kept.tellNewer(checkpoint);
        auditor.since().ifPresent(since -> checkSince(since, checkpoint, tree));
        proofs.check(checkpoint, tree);
        new EvidenceCheck(files, history, alarms).run();
        new DisclosureCheck(files, tiles, alarms).run();
        return report(newest, walk);
    }

    /** What the entries say together; empty where no checkpoint could be believed. */
    Optional<History> history() {
        return history;
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
