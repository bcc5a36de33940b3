package org.trainingaudit.use;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Fault;

/**
 * One use of a file of uses.
 *
 * @param use the use; nothing where it has no id or its line can't be read at all. With faults it has a {@link
 *     Use#doubt()}
 * @param faults what is wrong with it, in reading order
 */
public record UseLine(Optional<Use> use, List<Fault> faults) {
    public UseLine {
        faults = List.copyOf(faults);
    }
}
