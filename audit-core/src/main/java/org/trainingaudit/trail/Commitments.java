package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that entries commit to, with a key of its own each, kept beside the trail and erasable.
 *
 * <p>An entry carries the commitment alone. While key and value are here, anybody can be shown that the entry means just
 * this value; once they are erased nobody can, and the trail verifies as before. Works in the caller's transaction.
 */
public final class Commitments {

    private static final int REQUEST_BYTES = 16;
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final SecureRandom random;

    /** Commitments in the table {@code trail_commitment}. */
    public Commitments(JdbcTemplate jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /**
     * What opens a commitment.
     *
     * @param commitment as it stands in an entry, 64 hex digits
     * @param field what the value is a value of
     * @param key 32 bytes in hex
     * @param value the value as canonical JSON
     */
    public record Opening(String commitment, String field, String key, String value) {

        /**
         * Reads what {@link #bytes} wrote; a line's end behind it does no harm.
         *
         * @throws TrailException if it's something else
         */
        public static Opening read(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            JsonNode read = CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
            Opening opening = new Opening(
                    read.path("commitment").asString(""),
                    read.path("field").asString(""),
                    read.path("key").asString(""),
                    read.path("value").asString(""));
            if (!text.equals(new String(opening.bytes(), StandardCharsets.UTF_8))) {
                throw new TrailException("expected an object with exactly commitment, field, key and value");
            }
            return opening;
        }

        /** As one canonical JSON object, which is how it stands in a bundle's {@code disclosures/}. */
        public byte[] bytes() {
            return CanonicalJson.bytes(JsonNodeFactory.instance
                    .objectNode()
                    .put("commitment", commitment)
                    .put("field", field)
                    .put("key", key)
                    .put("value", value));
        }

        /** Whether key and value give the commitment. */
        public boolean holds() {
            JsonNode parsed = CanonicalJson.parse(value.getBytes(StandardCharsets.UTF_8));
            return Commitment.of(HexFormat.of().parseHex(key), field, parsed).equals(commitment);
        }
    }

    /**
     * Commits to a value under a new key and keeps both.
     *
     * @param subject whom or what it is about, a name of the caller's by which it can be erased; up to 256 characters
     * @return the commitment, for an entry
     */
    public String commit(String subject, String field, JsonNode value) {
        byte[] key = new byte[Commitment.KEY_LENGTH];
        random.nextBytes(key);
        String commitment = Commitment.of(key, field, value);
        String content = new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
        jdbc.update(
                "insert into trail_commitment (commitment, subject, field, secret, content) values (?, ?, ?, ?, ?)",
                commitment,
                subject,
                field,
                key,
                content);
        return commitment;
    }

    /** Key and value of a commitment, unless they were erased or never kept here. */
    public Optional<Opening> open(String commitment) {
        return jdbc
                .query(
                        "select commitment, field, secret, content from trail_commitment where commitment = ?",
                        (row, number) -> new Opening(
                                row.getString(1),
                                row.getString(2),
                                HexFormat.of().formatHex(row.getBytes(3)),
                                row.getString(4)),
                        commitment)
                .stream()
                .findFirst();
    }

    /** The commitments about a subject that can still be opened. */
    public List<String> about(String subject) {
        return List.copyOf(jdbc.queryForList(
                "select commitment from trail_commitment where subject = ? order by commitment",
                String.class,
                subject));
    }

    /**
     * Forgets what these commitments stand for, for good.
     *
     * @param legalBasis on what ground, such as {@code GDPR Art. 17}; without naming a person
     * @return the {@code erasure} entries that say so, to be submitted in the same transaction; none where nothing was
     *     left to forget
     */
    public List<EntryDraft> erase(Collection<String> commitments, String legalBasis) {
        List<String> erased = new ArrayList<>();
        for (String commitment : new TreeSet<>(commitments)) {
            if (jdbc.update("delete from trail_commitment where commitment = ?", commitment) > 0) {
                erased.add(commitment);
            }
        }
        List<EntryDraft> entries = new ArrayList<>();
        for (int from = 0; from < erased.size(); from += AT_ONCE) {
            entries.add(entry(erased.subList(from, Math.min(erased.size(), from + AT_ONCE)), legalBasis));
        }
        return List.copyOf(entries);
    }

    private EntryDraft entry(List<String> erased, String legalBasis) {
        byte[] request = new byte[REQUEST_BYTES];
        random.nextBytes(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode targets = body.putArray("target_ids");
        erased.forEach(targets::add);
        body.put("legal_basis", legalBasis).put("count", erased.size());
        return new EntryDraft("erasure", "", List.of(HexFormat.of().formatHex(request)), body);
    }
}
