package org.trainingaudit.nightly;

/** Is told in the transaction that ends a run. */
public interface RunEnd {

    /** The run is over and its reports are out; what this does is kept with that, or not at all. */
    void ended(Run run, RunStatus status);
}
