package org.trainingaudit.use;

/** How a use came to be known, or that it is over. */
public enum UseState {
    DECLARED,
    OBSERVED,
    BOTH,
    ENDED
}
