package org.trainingaudit.cluster;

/** Another worker has taken over the share that this one works on; nothing of the transaction is kept. */
final class ShareLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShareLost() {
        super("this worker was silent for too long, and another has taken over its share");
    }
}
