package org.trainingaudit.operate;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no program from ending. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** Makes them under that name, by which they are found in logs and dumps. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
