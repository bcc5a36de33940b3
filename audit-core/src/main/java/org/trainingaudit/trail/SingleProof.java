package org.trainingaudit.trail;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.trail.VerifyReport.Result;

/** Verifies that one entry is under a signed checkpoint, from a {@code .tlog-proof} and the entry's bytes, given or in its bundle. */
final class SingleProof {

    private final Path file;
    private final VerifyOptions options;
    private final Auditor auditor;
    private final Alarms alarms;
    private List<VerifierKey> signers = List.of();
    private boolean checked;

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
        entry(proof)
                .ifPresentOrElse(
                        entry -> inclusion(place, proof, entry),
                        () -> alarms.missing(
                                place,
                                "the bytes of entry " + proof.number()
                                        + " were not given and the proof doesn't lie in a bundle that has them, so nothing is"
                                        + " proven of it; give them with --entry FILE"));
        auditor.since()
                .ifPresent(since ->
                        compare(place, since.checkpoint(), proof.checkpoint().checkpoint()));
        return report(proof);
    }

    /** The entry as given, or as the bundle has it in whose {@code proofs/} the proof lies: whether it's the one, the proof tells. */
    private Optional<byte[]> entry(ProofFile proof) {
        return options.entry().map(Auditor::bytes).or(() -> ofBundle(proof));
    }

    private Optional<byte[]> ofBundle(ProofFile proof) {
        Path bundle = file.toAbsolutePath().resolveSibling("..").normalize();
        long index = proof.number() / TilePath.FULL;
        int at = (int) (proof.number() % TilePath.FULL);
        int width = TilePath.width(0, index, proof.checkpoint().checkpoint().size());
        TilePath wanted = TilePath.entries(index, width);
        return Stream.of(wanted, wanted.full())
                .filter(tile -> Files.isRegularFile(bundle.resolve(tile.path()), LinkOption.NOFOLLOW_LINKS))
                .map(tile -> EntryBundle.parse(tile, Auditor.bytes(bundle.resolve(tile.path())), width))
                .filter(entries -> at < entries.count())
                .map(entries -> entries.entry(at))
                .findFirst();
    }

    private void inclusion(String place, ProofFile proof, byte[] entry) {
        Checkpoint under = proof.checkpoint().checkpoint();
        Hash leaf = new RecomputedTree().leaf(entry, 0, entry.length);
        Optional<String> wrong = ProofCheck.inclusion(proof.number(), under.size(), leaf, proof.hashes(), under.root());
        wrong.ifPresent(why -> alarms.invalid(place, why));
        try {
            CheckedEntry read = CheckedEntry.read(entry, proof.number());
            checked = wrong.isEmpty();
            if (checked && read.kind().equals("report")) {
                alarms.note("it is of report " + read.text("name") + " of run " + read.run() + ", SHA-256 "
                        + read.text("sha256"));
            }
        } catch (StrictJson.Refused e) {
            alarms.invalid("seq " + proof.number(), String.valueOf(e.getMessage()));
        }
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
        return new VerifyReport(
                alarms.worst(auditor.hasKey()),
                under.origin(),
                under.size(),
                under.root().hex(),
                signers.stream().map(key -> key.name() + "+" + key.keyIdHex()).toList(),
                Optional.of(proof.checkpoint()).flatMap(auditor::newestWitness),
                checked && alarms.problems().isEmpty() ? 1 : 0,
                0,
                "not proven: a single proof says nothing of the rest of the log",
                alarms.problems(),
                alarms.notes());
    }
}
