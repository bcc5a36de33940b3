package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes logs that no honest writer would: any bytes as entries, any key under any checkpoint. */
final class CraftedLog {

    static final SigningKey KEY = key("log");
    static final SigningKey NEW_KEY = key("log_rotated");

    final Path folder;
    final List<byte[]> entries = new ArrayList<>();

    CraftedLog(Path folder) {
        this.folder = folder;
    }

    static SigningKey key(String which) {
        try {
            return SigningKey.of(HexFormat.of()
                    .parseHex(Vectors.ALL
                            .path("keys")
                            .path(which)
                            .path("seed_hex")
                            .stringValue()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static VerifierKey vkey(SigningKey key) {
        return key.vkey(Vectors.ORIGIN);
    }

    /** Eight published sample entries. */
    CraftedLog samples() {
        entries.addAll(Vectors.entries());
        return this;
    }

    CraftedLog open() {
        return add(
                "log_open",
                "",
                "\"format\":\"audit-trail/1\",\"origin\":\"" + Vectors.ORIGIN
                        + "\",\"policy_sha256\":null,\"prev\":null,\"vkey\":\"" + vkey(KEY) + "\"");
    }

    /** An entry whose body has these members. */
    CraftedLog add(String kind, String run, String members) {
        long seq = entries.size();
        Instant ts = Instant.parse("2026-11-21T18:00:00Z").plusSeconds(seq);
        String id = EntryId.of(kind, List.of("crafted", Long.toString(seq)));
        return raw(EntryForm.bytes(seq, ts, kind, run, id, Vectors.bytes("{" + members + "}")));
    }

    CraftedLog raw(byte[] entry) {
        entries.add(entry);
        return this;
    }

    CraftedLog raw(String entry) {
        return raw(Vectors.bytes(entry));
    }

    /** Publishes what there is now, signed by these keys. */
    CraftedLog publish(SigningKey... keys) {
        TileWriter tiles = new TileWriter(new DurableFiles(new NoSync(), folder), 0);
        entries.forEach(entry -> tiles.add(new EntryBytes(entry)));
        tiles.finish();
        SignedCheckpoint signed = signed(new Checkpoint(Vectors.ORIGIN, tiles.size(), tiles.root()), keys);
        put("checkpoint", signed.bytes());
        put(TrailFiles.kept(tiles.size()), signed.bytes());
        return this;
    }

    static SignedCheckpoint signed(Checkpoint checkpoint, SigningKey... keys) {
        byte[] text = Vectors.bytes(checkpoint.text());
        return new SignedCheckpoint(
                checkpoint,
                Arrays.stream(keys)
                        .map(key -> SignedNote.Line.of(key.vkey(checkpoint.origin()), key.sign(text)))
                        .toList());
    }

    CraftedLog put(String path, byte[] bytes) {
        try {
            Files.createDirectories(DurableFiles.folder(folder.resolve(path)));
            Files.write(folder.resolve(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    VerifyReport verify() {
        return TrailVerifier.verify(folder, VerifyOptions.with(vkey(KEY)));
    }
}
