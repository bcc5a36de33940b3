package org.trainingaudit.dataset;

/**
 * A dataset can't be read, or not to its end; whatever was read of it so far must not count. The message can be shown to
 * anybody.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** Reading ended before the content did. Without its cause, which may quote the content. */
    static RefusedException unreadable() {
        return new RefusedException(Refusal.refused("can't be read to its end; it may be cut off, or locked"));
    }

    /** Why, with the word for reports. */
    public Refusal refusal() {
        return refusal;
    }

    /** The same with the name of the dataset or file in front. */
    RefusedException named(String name) {
        return new RefusedException(new Refusal(refusal.reason(), name + ": " + refusal.message()));
    }
}
