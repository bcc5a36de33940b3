package org.trainingaudit.use;

import java.util.List;
import org.trainingaudit.config.Fault;

/**
 * How the reading of all uses ended.
 *
 * @param faults what is wrong with registers and documents
 * @param notes what a person should know: names nobody resolved, jobs nobody decided on
 * @param whole whether everything could be read to its end; else a use that is missing may still be there
 */
public record EstateEnd(List<Fault> faults, List<String> notes, boolean whole) {
    public EstateEnd {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
