package org.trainingaudit.trail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The proofs that lie in a bundle, held against the tree that was recomputed. */
final class BundledProofs {

    private static final String FOLDER = "proofs/";
    private static final String CONSISTENCY = "consistency";

    private final Auditor auditor;
    private final Alarms alarms;
    private final Map<String, ProofFile> inclusions = new TreeMap<>();
    private final Optional<ProofFile> consistency;

    BundledProofs(LogFiles files, Auditor auditor, Alarms alarms) {
        this.auditor = auditor;
        this.alarms = alarms;
        files.below(FOLDER)
                .forEach(path -> files.read(path, ProofFile.LARGEST, ProofFile::inclusion, alarms)
                        .ifPresent(proof -> keep(path, proof)));
        this.consistency = files.read(CONSISTENCY, ProofFile.LARGEST, ProofFile::consistency, alarms);
    }

    private void keep(String path, ProofFile proof) {
        if (path.equals(String.format(Locale.ROOT, FOLDER + "%020d.tlog-proof", proof.number()))) {
            inclusions.put(path, proof);
        } else {
            alarms.invalid(path, "it is the proof of entry " + proof.number());
        }
    }

    /** The sizes at which a root will be wanted. */
    Set<Long> sizes() {
        Set<Long> sizes = new HashSet<>();
        consistency.ifPresent(proof -> {
            sizes.add(proof.number());
            sizes.add(proof.checkpoint().checkpoint().size());
        });
        inclusions
                .values()
                .forEach(proof -> sizes.add(proof.checkpoint().checkpoint().size()));
        return sizes;
    }

    /** The entries whose leaf hash will be wanted. */
    List<Long> entries() {
        return inclusions.values().stream().map(ProofFile::number).toList();
    }

    /** Checks all of them. */
    void check(Checkpoint newest, TreeCheck tree) {
        inclusions.forEach((path, proof) -> {
            if (fits(path, proof, newest, tree)) {
                inclusion(path, proof, tree);
            }
        });
        consistency.filter(proof -> fits(CONSISTENCY, proof, newest, tree)).ifPresent(proof -> {
            Checkpoint under = proof.checkpoint().checkpoint();
            Optional<Hash> old = tree.rootAt(proof.number());
            if (old.isEmpty() && proof.number() <= under.size()) {
                alarms.missing(CONSISTENCY, "the root at its size " + proof.number() + " cannot be recomputed");
                return;
            }
            ProofCheck.consistency(
                            proof.number(), old.orElse(Hash.OF_NOTHING), under.size(), under.root(), proof.hashes())
                    .ifPresent(why -> alarms.invalid(CONSISTENCY, why));
        });
    }

    private void inclusion(String path, ProofFile proof, TreeCheck tree) {
        Checkpoint under = proof.checkpoint().checkpoint();
        Optional<Hash> leaf = tree.leafAt(proof.number());
        if (leaf.isEmpty() && proof.number() < under.size()) {
            alarms.missing(path, "the hash of entry " + proof.number() + " is not here");
            return;
        }
        ProofCheck.inclusion(proof.number(), under.size(), leaf.orElse(Hash.OF_NOTHING), proof.hashes(), under.root())
                .ifPresent(why -> alarms.invalid(path, why));
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
}
