package org.trainingaudit.use;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Fault;

/**
 * What became of one document.
 *
 * @param collected what it tells; nothing where it was refused, and then a fault says why
 * @param faults what is wrong with it, in reading order; with faults, what could be read is told all the same
 */
public record CollectResult(Optional<Collected> collected, List<Fault> faults) {
    public CollectResult {
        faults = List.copyOf(faults);
    }
}
