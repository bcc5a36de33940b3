package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From where facts are looked at.
 *
 * @param asOf the day on which they are to be true
 * @param knownAt the last day on which they may have been recorded; all that is known counts where it isn't given
 */
public record Moment(LocalDate asOf, Optional<LocalDate> knownAt) {

    /** All that is known of a day. */
    public static Moment on(LocalDate asOf) {
        return new Moment(asOf, Optional.empty());
    }
}
