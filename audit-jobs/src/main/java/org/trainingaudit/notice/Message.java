package org.trainingaudit.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.trainingaudit.hash.Sha256;

/** A notice on its way, since when it waits. */
record Message(Notice notice, Instant created) {

    /** The same at each attempt, so that a receiver can tell a copy. */
    String id() {
        return Sha256.hex(notice.key().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
