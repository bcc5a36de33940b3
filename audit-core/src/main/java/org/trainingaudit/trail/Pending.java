package org.trainingaudit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An entry that waits for its place.
 *
 * @param position its place in the queue; 0 before it is stored
 */
record Pending(long position, String id, String kind, String run, Instant submitted, EntryBytes body) {

    /** A clock far beyond the last year of four digits still has to fit the entry's 24 characters. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    static Pending of(EntryDraft draft, Instant now) {
        if (!EntryForm.KINDS.contains(draft.kind())) {
            throw new TrailException("'" + draft.kind() + "' is not a kind of entry");
        }
        if (draft.run().length() > EntryForm.LONGEST_RUN) {
            throw new TrailException("a run key has at most " + EntryForm.LONGEST_RUN + " characters, but this has "
                    + draft.run().length());
        }
        try {
            EntryBytes body = new EntryBytes(CanonicalJson.bytes(ComposedText.of(draft.body())));
            String run = Normalizer.normalize(draft.run(), Normalizer.Form.NFC);
            String id = EntryId.of(draft.kind(), draft.idParts());
            // Sized with the longest place it could get, so that it cannot become too long later.
            EntryForm.requireFits(now, draft.kind(), run, id, body.bytes());
            return new Pending(0, id, draft.kind(), run, now, body);
        } catch (TrailException e) {
            throw new TrailException(
                    "an entry of kind '" + draft.kind() + "' cannot be recorded: " + e.getMessage(), e);
        }
    }

    static Pending read(ResultSet row) throws SQLException {
        return new Pending(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                new EntryBytes(row.getBytes(6)));
    }

    /** The entry at its place, after checking that the row is what was submitted and not what somebody wrote by SQL. */
    Numbered at(long seq, Instant lastTs) {
        Instant ts = EntryForm.toMillis(submitted.isAfter(lastTs) ? submitted : lastTs);
        try {
            requireForm();
            return new Numbered(
                    seq, id, new EntryBytes(EntryForm.bytes(seq, earlier(ts), kind, run, id, body.bytes())));
        } catch (TrailException e) {
            throw new TrailException(
                    "row " + position + " of table trail_pending gets no place in the log: " + e.getMessage()
                            + "; find out who wrote it, then delete it",
                    e);
        }
    }

    private void requireForm() {
        if (Hash.fromHex(id).isEmpty()) {
            throw new TrailException("its id is not 64 hex digits");
        }
        if (!EntryForm.KINDS.contains(kind)) {
            throw new TrailException("'" + kind + "' is not a kind of entry");
        }
        if (!isObject()) {
            throw new TrailException("its body is not an object");
        }
    }

    /** Reads the body once, in the reading that takes nothing but the canonical form. */
    private boolean isObject() {
        try {
            return StrictJson.parse(body.bytes()) instanceof Map;
        } catch (StrictJson.Refused refused) {
            JsonNode value = CanonicalJson.parse(body.bytes());
            throw new TrailException(
                    value.isObject() ? String.valueOf(refused.getMessage()) : "its body is not an object", refused);
        }
    }

    private static Instant earlier(Instant ts) {
        return ts.isAfter(LATEST) ? LATEST : ts;
    }
}
