package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries to bytes and back, for the writer and for the reports. The verifier has a reading of its own. */
final class EntryForm {

    static final String LOG_OPEN = "log_open";
    static final int LARGEST = 65_535;
    static final int LONGEST_RUN = 256;

    /** No fewer bytes than an entry has around its body, most of them a run key of escapes. */
    private static final int MOST_AROUND = 6 * LONGEST_RUN + 512;

    /** The kinds a writer may write. */
    static final Set<String> KINDS = Set.of(
            "log_open",
            "log_close",
            "key_change",
            "run_open",
            "run_close",
            "run_missed",
            "dataset_open",
            "totals",
            "classification",
            "use",
            "dataset_skip",
            "contradiction",
            "dependence",
            "column_review",
            "finding_open",
            "finding_close",
            "waiver",
            "attestation",
            "verdict",
            "quarantine",
            "report",
            "override",
            "erasure",
            "access",
            "heartbeat");

    private static final Set<String> MEMBERS = Set.of("v", "seq", "ts", "kind", "run", "id", "body");
    private static final DateTimeFormatter TS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EntryForm() {}

    /** The bytes of an entry around a body that is already canonical. */
    static byte[] bytes(long seq, Instant ts, String kind, String run, String id, byte[] body) {
        StringBuilder entry = new StringBuilder(body.length + 256)
                .append("{\"body\":")
                .append(new String(body, StandardCharsets.UTF_8))
                .append(",\"id\":\"")
                .append(id)
                .append("\",\"kind\":\"")
                .append(kind)
                .append("\",\"run\":");
        CanonicalJson.string(run, "run", entry);
        entry.append(",\"seq\":")
                .append(seq)
                .append(",\"ts\":\"")
                .append(TS.format(ts))
                .append("\",\"v\":1}");
        byte[] bytes = entry.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new TrailException("an entry of kind '" + kind + "' has " + bytes.length + " bytes, expected at most "
                    + LARGEST + "; write it as several entries with 'part'");
        }
        return bytes;
    }

    /** Refuses an entry that could become too long at some place. One that is far from it isn't formed to know that. */
    static void requireFits(Instant ts, String kind, String run, String id, byte[] body) {
        if (body.length > LARGEST - MOST_AROUND) {
            bytes(Long.MAX_VALUE, ts, kind, run, id, body);
        } else {
            CanonicalJson.string(run, "run", new StringBuilder());
        }
    }

    static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Reads the entry that stands at this place. */
    static Entry read(byte[] bytes, long seq) {
        try {
            return entry(CanonicalJson.parse(bytes), seq);
        } catch (TrailException e) {
            throw new TrailException("entry " + seq + ": " + e.getMessage(), e);
        }
    }

    private static Entry entry(JsonNode value, long seq) {
        if (!value.isObject() || !Set.copyOf(value.propertyNames()).equals(MEMBERS)) {
            throw new TrailException("expected an object with exactly the members " + new TreeSet<>(MEMBERS));
        }
        if (!value.path("v").isIntegralNumber() || value.path("v").longValue() != 1) {
            throw new TrailException("expected v 1");
        }
        if (!value.path("seq").isIntegralNumber() || value.path("seq").longValue() != seq) {
            throw new TrailException("expected seq " + seq);
        }
        if (!(value.path("body") instanceof ObjectNode body)) {
            throw new TrailException("expected an object as body");
        }
        return new Entry(seq, text(value, "ts"), text(value, "kind"), text(value, "run"), text(value, "id"), body);
    }

    private static String text(JsonNode value, String member) {
        JsonNode found = value.path(member);
        if (!found.isString()) {
            throw new TrailException("expected a string as " + member);
        }
        return found.stringValue();
    }
}
