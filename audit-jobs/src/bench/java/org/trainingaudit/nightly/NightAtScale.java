package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A night that is too large to be done here, by a simulated clock: datasets are dealt to shares by the program's own {@link
 * Slots}, workers take shares as they become free, entries go one behind the other through the head of the trail, and what the
 * manager does alone it does alone. What a byte, a use and an entry cost stands below, from docs/performance.md. Arguments:
 * bytes, datasets, uses, hundredths of them that have changed, entries that the database takes a second, shares for each
 * thread of a worker.
 */
public final class NightAtScale {

    private static final long SEED = 20261122;
    /** Threads of a worker, each with a share. */
    private static final int THREADS = 2;
    /** Bytes a CPU second, mixed table, all detectors. */
    private static final double SCAN = 55.1e6;
    /** CPU seconds a dataset for its transaction and its look at the files; of a night in which nothing changed. */
    private static final double DATASET = 0.90 / 300;
    /** CPU seconds a use, of a first night of 1,000,000. */
    private static final double COLLECT = 141.5e-6;

    private static final double RECONCILE = 249.9e-6;
    private static final double JUDGE = 1271.8e-6;
    private static final double SEAL = 97.1 / 7_207_975;
    private static final double ENTRIES_A_USE = 7.2;
    /** What a use costs that says the same as the night before, of what it costs first; two nights of 100,000. */
    private static final double UNCHANGED = 102.0 / 273;

    private final double bytes;
    private final int datasets;
    private final double uses;
    private final double changed;
    private final double entriesASecond;
    private final int sharesAThread;

    private NightAtScale(String[] arguments) {
        bytes = Double.parseDouble(arguments[0]);
        datasets = Integer.parseInt(arguments[1]);
        uses = Double.parseDouble(arguments[2]);
        changed = Double.parseDouble(arguments[3]) / 100;
        entriesASecond = Double.parseDouble(arguments[4]);
        sharesAThread = Integer.parseInt(arguments[5]);
    }

    public static void main(String[] arguments) {
        NightAtScale night = new NightAtScale(arguments);
        System.out.println(
                "| workers | scan h | of it waiting for the last share | collect, reconcile h | judge h | through the head h | seal h | night h | efficiency | longest |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        double alone = 0;
        for (int workers : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256}) {
            Hours hours = night.hours(workers);
            alone = workers == 1 ? hours.all() : alone;
            System.out.printf(
                    "| %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.1f | %.2f | %s |%n",
                    workers,
                    hours.scan,
                    hours.tail,
                    hours.manager,
                    hours.judge,
                    hours.head,
                    hours.seal,
                    hours.all(),
                    alone / hours.all() / workers,
                    hours.longest());
        }
    }

    /** Hours of the parts of a night; judging and the head of the trail go on at once, so the longer of the two counts. */
    private record Hours(double scan, double tail, double manager, double judge, double head, double seal) {
        double all() {
            return scan + manager + Math.max(judge, head) + seal;
        }

        String longest() {
            double[] parts = {scan, manager, judge, head, seal};
            String[] names = {"scan", "the manager alone", "judge", "the head of the trail", "seal"};
            int longest = 0;
            for (int i = 1; i < parts.length; i++) {
                longest = parts[i] > parts[longest] ? i : longest;
            }
            return names[longest];
        }
    }

    private Hours hours(int workers) {
        int threads = workers * THREADS;
        double[] shares = scanShares(Math.min(1024, threads * sharesAThread));
        double scan = finish(shares, threads);
        double even = Arrays.stream(shares).sum() / threads;
        double entries = uses * changed * ENTRIES_A_USE;
        double weighed = uses * (changed + (1 - changed) * UNCHANGED);
        return new Hours(
                scan / 3600,
                (scan - even) / 3600,
                weighed * (COLLECT + RECONCILE) / 3600,
                weighed * JUDGE / threads / 3600,
                entries / entriesASecond / 3600,
                entries * SEAL / 3600);
    }

    /** CPU seconds of each share: sizes as estates have them, a few large ones and many small. */
    private double[] scanShares(int count) {
        Random random = new Random(SEED);
        double[] sizes = new double[datasets];
        for (int i = 0; i < datasets; i++) {
            sizes[i] = Math.exp(2 * random.nextGaussian());
        }
        double unit = bytes / Arrays.stream(sizes).sum();
        double[] shares = new double[count];
        for (int i = 0; i < datasets; i++) {
            double seconds = random.nextDouble() < changed ? sizes[i] * unit / SCAN : 0;
            shares[Slots.of("source-" + i % 97 + "/dataset-" + i) % count] += seconds + DATASET;
        }
        return shares;
    }

    /** When the last thread is done, each taking the next share as soon as it is free. */
    private static double finish(double[] shares, int threads) {
        PriorityQueue<Double> free = new PriorityQueue<>(Comparator.naturalOrder());
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            free.add(0.0);
        }
        for (double share : shares) {
            double end = free.remove() + share;
            free.add(end);
            ends.add(end);
        }
        return ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
