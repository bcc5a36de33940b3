package org.trainingaudit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors of the trail format. */
final class Vectors {

    static final JsonNode ALL = load();
    static final String ORIGIN = ALL.path("origin").stringValue();

    private Vectors() {}

    private static JsonNode load() {
        try (InputStream in = Vectors.class.getResourceAsStream("/trail-vectors.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VerifierKey key(String which) {
        return VerifierKey.parse(ALL.path("keys").path(which).path("vkey").stringValue());
    }

    static List<byte[]> entries() {
        return ALL.path("entries")
                .valueStream()
                .map(entry -> bytes(entry.path("canonical").stringValue()))
                .toList();
    }

    static byte[] synthetic(long index) {
        return bytes("{\"i\":" + index + "}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Hash> proof(JsonNode hashes) {
        return hashes.valueStream()
                .map(hash -> Hash.fromBase64(hash.stringValue()).orElseThrow())
                .toList();
    }
}
