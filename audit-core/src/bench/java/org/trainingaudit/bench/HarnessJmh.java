package org.trainingaudit.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What reading the CPU clock costs: a turn shorter than a thousand of these would measure the clock. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HarnessJmh {
    /** One look at the thread's clock. */
    @Benchmark
    public long threadClock() {
        return CpuClock.THREAD.nanos();
    }
}
