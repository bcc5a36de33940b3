package org.trainingaudit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.CanonicalJson;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.Hash;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a log like another one but with its uses, and all that is said of them, many times over under other ids. It can be
 * read, not verified: nobody signed it.
 */
final class CopiedLog {

    private static final int FULL = 256;

    private final Path folder;
    private final List<Hash> peaks = new ArrayList<>();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tile = new ByteArrayOutputStream();
    private long size;

    private CopiedLog(Path folder) {
        this.folder = folder;
    }

    /** Copies what stands before the first report entry; answers how many entries there are. */
    static long write(Iterable<EntryText> entries, int copies, Path folder) throws IOException {
        CopiedLog log = new CopiedLog(folder);
        List<EntryText> ofUses = new ArrayList<>();
        for (EntryText entry : entries) {
            if (entry.kind().equals("report")) {
                break;
            }
            if (entry.body().has("use")) {
                ofUses.add(entry);
            } else {
                log.add(entry.kind(), entry.run(), (ObjectNode) entry.body().tree());
            }
        }
        for (int copy = 0; copy < copies; copy++) {
            for (EntryText entry : ofUses) {
                log.add(entry.kind(), entry.run(), copy(entry, copy));
            }
        }
        log.publish();
        return log.size;
    }

    private static ObjectNode copy(EntryText entry, int copy) {
        ObjectNode body = (ObjectNode) entry.body().tree();
        body.put("use", entry.body().text("use") + "-" + copy);
        if (body.has("finding")) {
            body.put("finding", Sha256.hex(entry.body().text("finding") + copy).substring(0, 16));
        }
        return body;
    }

    private void add(String kind, String run, ObjectNode body) throws IOException {
        String text = "{\"body\":" + new String(CanonicalJson.bytes(body), StandardCharsets.UTF_8) + ",\"id\":\""
                + Sha256.hex(kind + size) + "\",\"kind\":\"" + kind + "\",\"run\":\"" + run + "\",\"seq\":" + size
                + ",\"ts\":\"2026-11-21T18:00:00.000Z\",\"v\":1}";
        byte[] entry = text.getBytes(StandardCharsets.UTF_8);
        bundle.write(entry.length >>> 8);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
        Hash leaf = Hash.leaf(entry);
        tile.writeBytes(leaf.bytes());
        Hash carried = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            carried = Hash.node(peaks.remove(peaks.size() - 1), carried);
        }
        peaks.add(carried);
        size++;
        if (size % FULL == 0) {
            flush(size / FULL - 1, "");
        }
    }

    private void flush(long index, String partial) throws IOException {
        String path = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1000) + path;
        }
        write("tile/entries/" + path + partial, bundle.toByteArray());
        write("tile/0/" + path + partial, tile.toByteArray());
        bundle.reset();
        tile.reset();
    }

    private void publish() throws IOException {
        if (size % FULL != 0) {
            flush(size / FULL, ".p/" + size % FULL);
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        String text = "bench.example/log\n" + size + "\n" + root.base64() + "\n\n\u2014 bench.example/log "
                + Base64.getEncoder().encodeToString(new byte[68]) + "\n";
        write("checkpoint", text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(".").normalize());
        Files.write(file, bytes);
    }
}
