package org.trainingaudit.use;

import java.util.List;
import org.trainingaudit.config.Fault;

/**
 * How the reading of registers ended.
 *
 * @param faults what could not be read, in reading order
 * @param complete whether every entry was reached; where not, a use that is missing may still be declared
 */
public record RegisterEnd(List<Fault> faults, boolean complete) {
    public RegisterEnd {
        faults = List.copyOf(faults);
    }
}
