package org.trainingaudit.lineage;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures resolving: {@code LineageScale [DATASETS] [EDGES] [TRAININGS]}, by default 100,000, 1,000,000 and 200. Prints the
 * thread's CPU time and the memory that is held afterwards.
 */
final class LineageScale {

    private LineageScale() {}

    public static void main(String[] arguments) {
        int datasets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int edges = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int trainings = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        Random random = new Random(1);
        long start = cpu();
        LineageGraph graph = new LineageGraph();
        for (int i = 0; i < edges; i++) {
            int to = 1 + random.nextInt(datasets - 1);
            // mostly from what came before, and now and then a way back, so that there are circles
            int from = random.nextInt(100) == 0 ? random.nextInt(datasets) : random.nextInt(to);
            if (i % 2 == 0) {
                graph.derives("s3://lake/d" + from, "c" + i % 7, "s3://lake/d" + to, "c" + i % 5, i % 11 == 0);
            } else {
                graph.derives("s3://lake/d" + from, "s3://lake/d" + to);
            }
        }
        long built = cpu();
        long reached = 0;
        for (int i = 0; i < trainings; i++) {
            List<String> inputs = new ArrayList<>();
            inputs.add("s3://lake/d" + (datasets - 1 - random.nextInt(1_000)));
            inputs.add("s3://lake/d" + (datasets - 1 - random.nextInt(1_000)));
            reached += graph.upstream(inputs, (dataset, source) -> source || dataset.endsWith("00"))
                    .size();
        }
        long end = cpu();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d things, %,d flows, %,d column flows: built in %.1f s; %d trainings reach %,d datasets in %.1f s (%.0f ms each);"
                        + " %d MB held, at most %d MB%n",
                graph.size(),
                graph.flows(),
                graph.columnFlows(),
                (built - start) / 1e9,
                trainings,
                reached,
                (end - built) / 1e9,
                (end - built) / 1e6 / trainings,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
