package org.trainingaudit.trail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the trail records of itself. */
final class TrailEntries {

    private static final String KEY_CHANGE = "key_change";

    private TrailEntries() {}

    /** The first entry of a log. */
    static EntryDraft logOpen(VerifierKey vkey, Optional<Checkpoint> prev, Optional<String> policy) {
        ObjectNode body = body();
        body.put("format", "audit-trail/1").put("origin", vkey.name()).put("vkey", vkey.text());
        prev.ifPresentOrElse(
                log -> body.putObject("prev")
                        .put("origin", log.origin())
                        .put("size", log.size())
                        .put("root", log.root().hex()),
                () -> body.putNull("prev"));
        policy.flatMap(Encoding::utf8)
                .map(text -> Hash.of(text).hex())
                .ifPresentOrElse(sha -> body.put("policy_sha256", sha), () -> body.putNull("policy_sha256"));
        return new EntryDraft(EntryForm.LOG_OPEN, "", List.of(vkey.name()), body);
    }

    /** The last entry of a log. */
    static EntryDraft logClose(String origin, VerifierKey next) {
        ObjectNode body = body().put("next_origin", next.name()).put("next_vkey", next.text());
        return new EntryDraft("log_close", "", List.of(origin), body);
    }

    static EntryDraft keyChange(VerifierKey old, VerifierKey next, String reason) {
        ObjectNode body =
                body().put("old_vkey", old.text()).put("new_vkey", next.text()).put("reason", reason);
        return new EntryDraft(KEY_CHANGE, "", List.of(next.name(), next.text()), body);
    }

    /** The id under which a change to this key stands in its log. */
    static String keyChangeId(VerifierKey next) {
        return EntryId.of(KEY_CHANGE, List.of(next.name(), next.text()));
    }

    static EntryDraft heartbeat(LocalDate day) {
        return new EntryDraft("heartbeat", "", List.of(day.toString()), body());
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
