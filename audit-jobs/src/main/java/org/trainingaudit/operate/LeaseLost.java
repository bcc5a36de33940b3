package org.trainingaudit.operate;

/** Another process has taken over what this one was doing; nothing of the transaction is kept. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("this process was silent for longer than its lease, and another has taken over its work");
    }
}
