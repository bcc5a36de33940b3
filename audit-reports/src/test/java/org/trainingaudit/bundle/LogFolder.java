package org.trainingaudit.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.Hash;
import tools.jackson.databind.json.JsonMapper;

/** A log of at most 256 entries, published by hand; its signature is nobody's. */
final class LogFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final List<byte[]> entries = new ArrayList<>();

    LogFolder(Path folder) {
        this.folder = folder;
    }

    LogFolder add(String kind, String run, Map<String, Object> body) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("v", 1);
        entry.put("seq", entries.size());
        entry.put("ts", "2026-11-21T00:00:00.000Z");
        entry.put("kind", kind);
        entry.put("run", run);
        entry.put("id", Sha256.hex((kind + run + entries.size()).getBytes(StandardCharsets.UTF_8)));
        entry.put("body", new TreeMap<>(body));
        entries.add(JSON.writeValueAsBytes(entry));
        return this;
    }

    void publish() throws IOException {
        int size = entries.size();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        List<Hash> leaves = new ArrayList<>();
        for (byte[] entry : entries) {
            bundle.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) entry.length).array());
            bundle.writeBytes(entry);
            leaves.add(Hash.leaf(entry));
            tile.writeBytes(Hash.leaf(entry).bytes());
        }
        write("tile/entries/000.p/" + size, bundle.toByteArray());
        write("tile/0/000.p/" + size, tile.toByteArray());
        String text = "audit.example.com/log\n" + size + "\n" + root(leaves).base64() + "\n";
        String signed =
                text + "\n\u2014 audit.example.com/log " + Base64.getEncoder().encodeToString(new byte[68]) + "\n";
        write("checkpoint", signed.getBytes(StandardCharsets.UTF_8));
        write("checkpoints/%020d".formatted(size), signed.getBytes(StandardCharsets.UTF_8));
        write("keys", "a key\n".getBytes(StandardCharsets.UTF_8));
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(".").normalize());
        Files.write(file, bytes);
    }
}
