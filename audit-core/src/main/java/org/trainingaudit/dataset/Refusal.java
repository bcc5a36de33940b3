package org.trainingaudit.dataset;

import org.trainingaudit.config.Written;

/**
 * Why a dataset isn't read.
 *
 * @param reason the kind, for reports and counting
 * @param message what was found, what was expected and how to mend it; never a value of the dataset, nor whether
 *     something exists outside its source
 */
public record Refusal(Reason reason, String message) {

    /** The kinds of refusal; {@link #word()} is what reports show. */
    public enum Reason {
        /** It was declared and isn't there. */
        MISSING,
        /** It is there and can't or must not be read. */
        REFUSED,
        /** It is larger than a limit allows. */
        OVER_LIMIT;

        /** {@code missing}, {@code refused} or {@code over-limit}. */
        public String word() {
            return Written.of(this);
        }
    }

    static Refusal missing(String message) {
        return new Refusal(Reason.MISSING, message);
    }

    static Refusal refused(String message) {
        return new Refusal(Reason.REFUSED, message);
    }

    static Refusal overLimit(String message) {
        return new Refusal(Reason.OVER_LIMIT, message);
    }
}
