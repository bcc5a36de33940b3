package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.hash.Sha256;

/**
 * The digests of files, kept so that a file that hasn't changed needn't be read again to know it.
 *
 * <p>A kept digest counts while size, time of change, inode and device are the same. The time at which a file was written
 * can be set back by anybody who may write it; the time of change (ctime) can't, short of turning back the machine's clock.
 * Where a file system doesn't tell it, files are always read. After a while a digest is made anew all the same.
 */
public final class FileDigests {

    /** A change this soon before a file was read may be followed by one that shows in none of its times. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration anewAfter;

    /**
     * Those in the table {@code dataset_file}.
     *
     * @param anewAfter how long a digest counts at most; each file's own time lies between half of it and all of it, so that
     *     not all are read in one night
     */
    public FileDigests(JdbcClient jdbc, Clock clock, Duration anewAfter) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.anewAfter = anewAfter;
    }

    /** What was kept of a file. */
    private record Kept(String state, String sha256, long bytes, long hashedAt) {}

    /** A file's digest, made anew where it may have changed. */
    Fingerprint of(Path file, String name) {
        String key = Sha256.hex(file.toString());
        Optional<State> state = State.of(file);
        Optional<Kept> kept = state.isPresent() ? kept(key) : Optional.empty();
        if (kept.isPresent() && isGood(kept.get(), state.get(), key)) {
            return new Fingerprint(kept.get().sha256(), kept.get().bytes());
        }
        long begun = clock.millis();
        Fingerprint made = hash(file, name);
        if (state.isPresent() && state.equals(State.of(file))) {
            keep(key, new Kept(state.get().text(), made.sha256(), made.bytes(), begun));
        }
        return made;
    }

    private boolean isGood(Kept kept, State state, String key) {
        boolean settled = state.changed().plus(SETTLED).isBefore(Instant.ofEpochMilli(kept.hashedAt()));
        double part = 0.5 + 0.5 * Integer.parseInt(key.substring(0, 4), 16) / 0xFFFF;
        long due = kept.hashedAt() + (long) (anewAfter.toMillis() * part);
        return kept.state().equals(state.text()) && settled && clock.millis() < due;
    }

    private Optional<Kept> kept(String key) {
        return jdbc.sql("select state, sha256, bytes, hashed_at from dataset_file where path_sha256 = ?")
                .param(key)
                .query((row, index) -> new Kept(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .optional();
    }

    private void keep(String key, Kept kept) {
        jdbc.sql("delete from dataset_file where path_sha256 = ?").param(key).update();
        jdbc.sql("insert into dataset_file (path_sha256, state, sha256, bytes, hashed_at) values (?, ?, ?, ?, ?)")
                .params(key, kept.state(), kept.sha256(), kept.bytes(), kept.hashedAt())
                .update();
    }

    /** Reads the file to its end. */
    static Fingerprint hash(Path file, String name) {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[128 * 1024];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
                bytes += count;
            }
        } catch (IOException e) {
            throw new RefusedException(Refusal.refused(name + ": can't be read to its end"));
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** What a file system says of a file; a change of its content changes this. */
    private record State(String text, Instant changed) {

        static Optional<State> of(Path file) {
            try {
                Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
                String text =
                        Files.size(file) + " " + Files.getLastModifiedTime(file).toInstant() + " " + changed + " "
                                + Files.getAttribute(file, "unix:ino") + " " + Files.getAttribute(file, "unix:dev");
                return Optional.of(new State(text, changed));
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
