package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Publishes a log into its folder: tiles and entries first, then the signed checkpoint over them.
 *
 * <p>Whatever call is the last before a crash, the folder holds the old checkpoint or the new one with all that it
 * covers. Not for use by several threads.
 */
final class TrailFiles {

    static final String CHECKPOINT = "checkpoint";

    private static final int PAGE = 4 * TilePath.FULL;

    private final DurableFiles files;

    TrailFiles(Disk disk, Path trail) {
        this.files = new DurableFiles(disk, trail);
    }

    /** The newest checkpoint in the folder. */
    Optional<SignedCheckpoint> published() {
        return published(files.root());
    }

    static Optional<SignedCheckpoint> published(Path trail) {
        Path file = trail.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedCheckpoint.parse(TileFiles.bytes(file)));
        } catch (TrailException e) {
            throw new TrailException(
                    file + ": " + e.getMessage() + "; put it back from the newest file in "
                            + trail.resolve("checkpoints"),
                    e);
        }
    }

    /** Whether there is nothing of a log in the folder. */
    static boolean isEmpty(Path trail) {
        if (!Files.isDirectory(trail)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(trail)) {
            return inside.allMatch(path -> path.getFileName().toString().startsWith("."));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + trail, e);
        }
    }

    static String kept(long size) {
        return String.format(Locale.ROOT, "checkpoints/%020d", size);
    }

    /**
     * Brings the folder up to all entries of the log and has the result signed and cosigned.
     *
     * @param following the key that takes over, where the log says so
     */
    SignedCheckpoint publish(
            StoredLog log,
            Signer signer,
            Optional<SigningKey> following,
            Optional<String> policy,
            Cosigners cosigners) {
        Optional<SignedCheckpoint> before = published();
        before.ifPresent(this::keep);
        Checkpoint next =
                new Checkpoint(signer.vkey().name(), log.size(), log.tree().root());
        if (before.isPresent() && before.get().checkpoint().equals(next)) {
            return before.get();
        }
        long published = before.map(old -> old.checkpoint().size()).orElse(0L);
        TileWriter tiles = new TileWriter(files, Math.min(published, next.size()) & -TilePath.FULL);
        append(log, tiles, next);
        TileFiles written = new TileFiles(files.root(), next.size());
        Proofs proofs = new Proofs(written);
        List<Hash> proof = proofs.consistency(signer.last().size(), next.size());
        SignedCheckpoint signed =
                cosigners.cosign(signer.sign(next, proof, following), old -> proofs.consistency(old, next.size()));
        List<VerifierKey> keys = new ArrayList<>(List.of(signer.vkey()));
        following.ifPresent(key -> keys.add(key.vkey(next.origin())));
        announce(signed, keys, policy);
        tiles.overtaken().forEach(this::removeFolder);
        return signed;
    }

    private void append(StoredLog log, TileWriter tiles, Checkpoint next) {
        while (tiles.size() < next.size()) {
            long to = Math.min(next.size(), tiles.size() + PAGE);
            log.bytes(tiles.size(), to).forEach(tiles::add);
        }
        tiles.finish();
        if (!tiles.root().equals(next.root())) {
            throw new TrailException("the files in " + files.root()
                    + " and the entries of the database together give root "
                    + tiles.root() + " at size " + next.size() + ", but the database's tree state says " + next.root()
                    + "; verify the files, then restore what was changed");
        }
    }

    private void announce(SignedCheckpoint signed, List<VerifierKey> keys, Optional<String> policy) {
        putIfNew("keys", with(keys));
        policy.ifPresent(text -> putIfNew("policy", text.getBytes(StandardCharsets.UTF_8)));
        files.settle();
        files.put(CHECKPOINT, signed.bytes());
        files.settle();
        keep(signed);
    }

    /** The copy among all checkpoints ever published is written after the checkpoint itself, by the next seal if need be. */
    private void keep(SignedCheckpoint signed) {
        String path = kept(signed.checkpoint().size());
        if (!Files.exists(files.root().resolve(path))) {
            files.put(path, signed.bytes());
            files.settle();
        }
    }

    private byte[] with(List<VerifierKey> more) {
        Path file = files.root().resolve("keys");
        String known = Files.exists(file) ? new String(TileFiles.bytes(file), StandardCharsets.UTF_8) : "";
        List<String> keys = new ArrayList<>(known.lines().toList());
        more.stream().map(VerifierKey::text).filter(key -> !keys.contains(key)).forEach(keys::add);
        return (String.join("\n", keys) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps a file beside the log under its name, durably. */
    void putIfNew(String path, byte[] bytes) {
        Path file = files.root().resolve(path);
        if (!Files.exists(file) || !Arrays.equals(TileFiles.bytes(file), bytes)) {
            files.put(path, bytes);
        }
    }

    void settle() {
        files.settle();
    }

    private void removeFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.toList().forEach(files::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        files.remove(folder);
    }
}
