package org.trainingaudit.use;

import java.util.List;
import org.trainingaudit.config.Fault;

/**
 * What registers say.
 *
 * @param uses every use that has an entry, also one whose entry has faults: it keeps what could be read of it and has a
 *     {@link Use#doubt()}, so that it is seen and never called compliant
 * @param faults what could not be read, in reading order
 * @param complete whether every entry was reached; where not, a use that is missing here may still be declared
 */
public record RegisterResult(List<Use> uses, List<Fault> faults, boolean complete) {
    public RegisterResult {
        uses = List.copyOf(uses);
        faults = List.copyOf(faults);
    }
}
