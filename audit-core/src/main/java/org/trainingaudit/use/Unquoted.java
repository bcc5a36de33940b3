package org.trainingaudit.use;

import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Location;

/** Faults of what isn't ours to show: a personal value may stand in any line of it. */
final class Unquoted {

    /** How a fault of the parser begins, which then quotes what it found. */
    private static final String NO_JSON = "not JSON: ";

    private Unquoted() {}

    /** The same fault with its place, and nothing of what stands there. */
    static Fault of(Fault fault) {
        Location at = fault.at();
        String message = fault.message().startsWith(NO_JSON) ? NO_JSON + "mend the line" : fault.message();
        return new Fault(new Location(at.file(), at.line(), at.column(), ""), message);
    }
}
