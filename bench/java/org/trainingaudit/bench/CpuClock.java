package org.trainingaudit.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time in nanoseconds: what the work itself cost, however busy the machine is with other work. */
public enum CpuClock {
    /** Of the measuring thread alone: for work on one thread. */
    THREAD {
        @Override
        public long nanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    },
    /** Of the whole process, collector and compiler included: for work on several threads, and for memory hogs. */
    PROCESS {
        @Override
        public long nanos() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds of CPU used so far; only differences mean something. */
    public abstract long nanos();
}
