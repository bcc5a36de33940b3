package org.trainingaudit.operate;

/** What an operator asked for wasn't done, and nothing has changed; the message says why and what would be right. */
public final class OperationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Reason {
        /** Another run is on. */
        BUSY,
        /** There is no such run. */
        UNKNOWN,
        /** The run isn't in a state in which that can be done. */
        STATE,
        /** What was asked for can't be asked for. */
        WRONG
    }

    private final Reason reason;

    OperationRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }
}
