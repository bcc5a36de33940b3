package org.trainingaudit.nightly;

/** Hears how far a run has come. Called from several threads. */
public interface Progress {

    /** A run begins, or goes on. */
    default void run(String key) {}

    /** A step begins that has so many things to do. */
    void begin(String step, long things);

    /** One more thing of that step is done. */
    void done(String step);

    /** A step is over. */
    void end(String step);

    /** Something that the operator should read now; never a personal value. */
    void note(String text);

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long things) {}

        @Override
        public void done(String step) {}

        @Override
        public void end(String step) {}

        @Override
        public void note(String text) {}
    };
}
