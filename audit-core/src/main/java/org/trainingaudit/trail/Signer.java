package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signs checkpoints of one log, each an extension of the one before.
 *
 * <p>What it signed last stands in a file of its own, outside the database, and is durable before a signature leaves.
 * One signer at a time works on that file: the caller holds {@link SignerLock}.
 */
final class Signer {

    static final String LAST = "last";

    private final SigningKey key;
    private final DurableFiles state;
    private final Checkpoint last;

    private Signer(SigningKey key, DurableFiles state, Checkpoint last) {
        this.key = key;
        this.state = state;
        this.last = last;
    }

    /** Takes up the state left by the last signature. */
    static Signer open(SigningKey key, DurableFiles state) {
        return new Signer(key, state, last(state.root()));
    }

    /** The first state of a new log: nothing signed yet. */
    static void begin(DurableFiles state, String origin) {
        write(state, new Checkpoint(origin, 0, Hash.OF_NOTHING));
    }

    private static void write(DurableFiles state, Checkpoint checkpoint) {
        state.putSecret(LAST, checkpoint.text().getBytes(StandardCharsets.UTF_8));
        state.settle();
    }

    /** Reads the state; a broken one is never taken for an empty one. */
    static Checkpoint last(Path folder) {
        Path file = folder.resolve(LAST);
        if (!Files.isRegularFile(file)) {
            throw new TrailException("the signer's last state " + file + " is missing; put it back from its backup");
        }
        try {
            return Checkpoint.parse(Encoding.text(TileFiles.bytes(file)).orElse(""));
        } catch (TrailException e) {
            throw new TrailException(
                    "the signer's last state " + file + " is damaged (" + e.getMessage()
                            + "); put it back from its backup",
                    e);
        }
    }

    VerifierKey vkey() {
        return key.vkey(last.origin());
    }

    /** What was signed last; size 0 when nothing was. */
    Checkpoint last() {
        return last;
    }

    /**
     * Signs the state of the log.
     *
     * @param proof that it begins with all entries signed so far
     * @param following the key that takes over with this checkpoint, which then carries both signatures
     * @throws TrailException if it does not; nothing is signed then
     */
    SignedCheckpoint sign(Checkpoint next, List<Hash> proof, Optional<SigningKey> following) {
        Checkpoint before = last(state.root());
        requireExtension(before, next, proof);
        if (!before.equals(next)) {
            write(state, next);
        }
        List<SignedNote.Line> lines = new ArrayList<>(List.of(line(key, next)));
        following.ifPresent(other -> lines.add(line(other, next)));
        return new SignedCheckpoint(next, lines);
    }

    private static SignedNote.Line line(SigningKey key, Checkpoint checkpoint) {
        return SignedNote.Line.of(
                key.vkey(checkpoint.origin()), key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireExtension(Checkpoint before, Checkpoint next, List<Hash> proof) {
        if (!before.origin().equals(next.origin())) {
            throw new TrailException("the signer signs for '" + before.origin() + "', not for '" + next.origin() + "'");
        }
        if (next.size() < before.size()) {
            throw new TrailException("rollback: the signer has signed " + before.size()
                    + " entries and signs no smaller log of " + next.size());
        }
        ProofCheck.consistency(before.size(), before.root(), next.size(), next.root(), proof)
                .ifPresent(why -> {
                    throw new TrailException("fork: the log of " + next.size() + " entries with root " + next.root()
                            + " does not begin with the " + before.size() + " entries signed before with root "
                            + before.root()
                            + " (" + why + "); restore the database from before the change");
                });
    }
}
