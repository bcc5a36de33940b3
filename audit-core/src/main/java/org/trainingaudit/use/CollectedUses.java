package org.trainingaudit.use;

import java.util.List;
import org.trainingaudit.config.Fault;

/**
 * What many documents tell together.
 *
 * @param declared uses that a document declares, in reading order
 * @param observed uses that tools saw, also through derived datasets
 * @param unresolved names of datasets that reach a training and that nobody has said to be one of ours
 * @param undecided jobs that read something, of which no rule says whether they train
 * @param untold tags with a value of which nobody has said what it means
 * @param faults what is wrong with the documents
 * @param whole whether every document could be read to its end
 */
record CollectedUses(
        List<Use> declared,
        List<Use> observed,
        List<String> unresolved,
        List<String> undecided,
        List<String> untold,
        List<Fault> faults,
        boolean whole) {

    public CollectedUses {
        declared = List.copyOf(declared);
        observed = List.copyOf(observed);
        unresolved = List.copyOf(unresolved);
        undecided = List.copyOf(undecided);
        untold = List.copyOf(untold);
        faults = List.copyOf(faults);
    }
}
