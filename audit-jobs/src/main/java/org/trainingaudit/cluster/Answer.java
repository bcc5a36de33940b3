package org.trainingaudit.cluster;

import java.util.Locale;

/** What became of a message at a worker. */
enum Answer {
    /** The share is the worker's now. */
    TAKEN,
    /** Another copy of the message, or another worker, was first. */
    DOUBLED,
    /** This worker has left the share to others before, and isn't asked to take it all the same. */
    LEFT,
    /** The share is done, or nobody waits for it any more. */
    OVER,
    /** The manager that sent it has lost its lease. */
    STALE,
    /** No such share, or not of that run. */
    UNKNOWN,
    /** The run began with another configuration than the worker has. */
    OTHER_CONFIGURATION,
    /** Not from anybody who has the key, or no message of ours at all. */
    FORGED,
    /** In a form of another version of the program. */
    OTHER_VERSION;

    /** The word in figures and logs. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
