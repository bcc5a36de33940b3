package org.trainingaudit.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Written;

/** What people are told of by mail and webhook. */
public enum NoticeKind {
    /** A run failed; it can be restarted. */
    RUN_FAILED,
    /** A run is over, but something could not be read or judged. */
    RUN_INCOMPLETE,
    /** A night didn't take place. */
    RUN_MISSED,
    /** A run opened findings that are violations. */
    VIOLATIONS_NEW,
    /** A waiver ends soon. */
    WAIVER_ENDS,
    /** An attestation ends soon. */
    ATTESTATION_ENDS,
    /** A step of a law comes soon. */
    LEGAL_STEP;

    /** The word in settings, messages and the database. */
    public String word() {
        return Written.of(this);
    }

    /** The kind of that word. */
    public static Optional<NoticeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(NoticeKind::word).toList();
    }
}
