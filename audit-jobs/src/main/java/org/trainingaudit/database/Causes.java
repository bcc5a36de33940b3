package org.trainingaudit.database;

import java.util.Optional;
import java.util.stream.Stream;

/** What stands behind a fault: itself, its cause, that one's cause, and so on. */
public final class Causes {

    private Causes() {}

    /** From the outermost to the innermost. */
    public static Stream<Throwable> of(Throwable fault) {
        return Stream.iterate(Optional.of(fault), Optional::isPresent, one -> one.map(Throwable::getCause))
                .flatMap(Optional::stream);
    }
}
