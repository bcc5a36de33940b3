package org.trainingaudit.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.trail.VerifyReport.Result;

/** Verifies that one entry is under a signed checkpoint, from a {@code .tlog-proof} and the entry's bytes. */
final class SingleProof {

    private final Path file;
    private final VerifyOptions options;
    private final Auditor auditor;
    private final Alarms alarms;
    private List<VerifierKey> signers = List.of();

    SingleProof(Path file, VerifyOptions options, Auditor auditor, Alarms alarms) {
        this.file = file;
        this.options = options;
        this.auditor = auditor;
        this.alarms = alarms;
    }

    VerifyReport run() {
        String place = String.valueOf(file.getFileName());
        try {
            ProofFile proof = ProofFile.inclusion(Auditor.bytes(file));
            if (auditor.believes(proof.checkpoint(), place, alarms)) {
                return check(place, proof);
            }
        } catch (TrailException e) {
            alarms.invalid(place, String.valueOf(e.getMessage()));
        }
        return TrailVerifier.nothing(alarms, auditor.hasKey());
    }

    private VerifyReport check(String place, ProofFile proof) {
        signers = proof.checkpoint().signedBy(auditor.logKeys());
        if (auditor.hasKey() && signers.isEmpty()) {
            alarms.invalid(
                    place,
                    "its checkpoint of size " + proof.checkpoint().checkpoint().size()
                            + " is signed by no key that was given");
        }
        options.entry()
                .ifPresentOrElse(
                        entry -> inclusion(place, proof, Auditor.bytes(entry)),
                        () -> alarms.missing(
                                place,
                                "the bytes of entry " + proof.number()
                                        + " were not given, so nothing is proven of it"));
        auditor.since()
                .ifPresent(since ->
                        compare(place, since.checkpoint(), proof.checkpoint().checkpoint()));
        return report(proof);
    }

    private void inclusion(String place, ProofFile proof, byte[] entry) {
        Checkpoint under = proof.checkpoint().checkpoint();
        try {
            CheckedEntry.read(entry, proof.number());
        } catch (StrictJson.Refused e) {
            alarms.invalid("seq " + proof.number(), String.valueOf(e.getMessage()));
        }
        Hash leaf = new RecomputedTree().leaf(entry, 0, entry.length);
        ProofCheck.inclusion(proof.number(), under.size(), leaf, proof.hashes(), under.root())
                .ifPresent(why -> alarms.invalid(place, why));
    }

    /** A single proof says nothing of growth; only what contradicts the auditor's checkpoint outright is told. */
    private void compare(String place, Checkpoint before, Checkpoint now) {
        if (!before.origin().equals(now.origin())) {
            alarms.invalid(
                    place, "it is of '" + now.origin() + "', but your checkpoint is of '" + before.origin() + "'");
        } else if (before.size() > now.size()) {
            alarms.note(
                    "your checkpoint of size " + before.size() + " is newer than the proof's of size " + now.size());
        } else if (before.size() == now.size() && !before.root().equals(now.root())) {
            alarms.add(Result.ROLLBACK_OR_FORK, place, "fork: two roots for size " + now.size());
        }
    }

    private VerifyReport report(ProofFile proof) {
        Checkpoint under = proof.checkpoint().checkpoint();
        boolean checked = options.entry().isPresent() && alarms.problems().isEmpty();
        return new VerifyReport(
                alarms.worst(auditor.hasKey()),
                under.origin(),
                under.size(),
                under.root().hex(),
                signers.stream().map(key -> key.name() + "+" + key.keyIdHex()).toList(),
                Optional.of(proof.checkpoint()).flatMap(auditor::newestWitness),
                checked ? 1 : 0,
                0,
                "not proven: a single proof says nothing of the rest of the log",
                alarms.problems(),
                alarms.notes());
    }
}
