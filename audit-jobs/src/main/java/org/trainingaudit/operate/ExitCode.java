package org.trainingaudit.operate;

/** What a command's end means to the script that called it. The verifier has codes of its own. */
public final class ExitCode {

    /** Done, nothing adverse. */
    public static final int DONE = 0;
    /** Done, and violations are open. */
    public static final int VIOLATIONS = 1;
    /** Wrong use or configuration; nothing has run. */
    public static final int WRONG_USE = 2;
    /**
     * The run failed, or a dataset, a register or a document could not be read, a regime not judged, or a detector does not find
     * its own example. It can be started again.
     */
    public static final int INCOMPLETE = 3;

    private ExitCode() {}
}
