package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.trail.TrailReader;
import serving.Clocked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auditors who download at once while a night runs, on this machine alone and each a bounded number of times. So many as
 * {@code audit.load.auditors} says; with {@code audit.load.uses} nights are larger, and with {@code audit.load.pairs} nights
 * with and without auditors take turns and their cost is told.
 */
class DownloadLoadTest {

    private static final int AUDITORS = Integer.getInteger("audit.load.auditors", 20);
    private static final int USES = Integer.getInteger("audit.load.uses", 0);
    private static final int PAIRS = Integer.getInteger("audit.load.pairs", 0);
    private static final int EACH = 5;
    private static final int REQUEST_THREADS = 64;
    private static final long MEMORY = 96L << 20;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    static Path folder;

    /** How many downloads there were in all tests: the trail has them all. */
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private static Estate estate;
    private static Served served;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void serve() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        estate = USES == 0 ? Estate.small(folder) : large();
        served = Served.of(estate);
        night();
    }

    private static Estate large() throws IOException {
        Estate large = Estate.shipped(folder);
        Path register = new GeneratedRegister(USES)
                .write(folder.resolve("registers"), USES, 0)
                .get(0);
        String sources = java.nio.file.Files.readString(large.path("config/sources.yaml"));
        int registers = sources.indexOf("\nregisters:") + 1;
        large.write("config/sources.yaml", sources.substring(0, registers) + "registers:\n  - " + register + "\n");
        return large;
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static String night() throws InterruptedException {
        Operations operations = served.context.get(Operations.class);
        String run = operations
                .start(RunRequest.everything(), new By("operator-1", "a night"), Optional.empty())
                .key();
        operations.awaitIdle();
        return run;
    }

    /** What auditors met. */
    private static final class Met {
        private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        private final AtomicInteger files = new AtomicInteger();
        private final AtomicInteger requestThreads = new AtomicInteger();
    }

    @Test
    void getsWholeFilesOnlyAndAllOfThem() throws InterruptedException {
        long before = usedMemory();
        Met met = new Met();
        String run = loaded(met);
        assertThat(met.wrong).isEmpty();
        assertThat(met.files.get()).isGreaterThanOrEqualTo(AUDITORS * EACH);
        assertThat(met.requestThreads.get()).isBetween(1, REQUEST_THREADS);
        assertThat(usedMemory() - before).as("bytes that stay").isLessThan(MEMORY);
        assertThat(reports(run)).as("the night ended and published").isNotEmpty();
        served.context.get(AccessTrail.class).flush();
        served.context.get(TrailCare.class).publish();
        TrailReader trail = TrailReader.of(estate.path("var/trail"));
        long recorded = trail.entries(0, trail.checkpoint().checkpoint().size()).stream()
                .filter(entry -> entry.kind().equals("access")
                        && entry.body().path("action").asString().equals("download"))
                .count();
        assertThat(recorded).as("each download is an entry").isEqualTo(TAKEN.get());
    }

    /** Told, and held where it was asked for, since it takes minutes. */
    @Test
    void slowsNoNightDown() throws InterruptedException {
        for (int pair = 0; pair < PAIRS; pair++) {
            long alone = -nightCpu();
            long wall = -System.nanoTime();
            night();
            alone += nightCpu();
            wall += System.nanoTime();
            Met met = new Met();
            long beside = -nightCpu();
            long loadedWall = -System.nanoTime();
            loaded(met);
            beside += nightCpu();
            loadedWall += System.nanoTime();
            System.err.printf(
                    "night alone %.2f s CPU, %.2f s wall; with %d auditors %.2f s CPU, %.2f s wall, %d files, %d threads%n",
                    alone / 1e9,
                    wall / 1e9,
                    AUDITORS,
                    beside / 1e9,
                    loadedWall / 1e9,
                    met.files.get(),
                    met.requestThreads.get());
            assertThat(met.wrong).isEmpty();
        }
    }

    /** A night beside so many auditors, who begin when it does and go on until it has ended. */
    private static String loaded(Met met) throws InterruptedException {
        String earlier = newest();
        Map<String, String> hashes = reports(earlier);
        CountDownLatch begin = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> auditors = IntStream.range(0, AUDITORS)
                .mapToObj(number ->
                        new Thread(() -> audit(number, earlier, hashes, begin, over, met), "auditor-" + number))
                .toList();
        auditors.forEach(Thread::start);
        begin.countDown();
        String run = night();
        over.set(true);
        for (Thread auditor : auditors) {
            auditor.join();
        }
        return run;
    }

    private static void audit(
            int number, String run, Map<String, String> hashes, CountDownLatch begin, AtomicBoolean over, Met met) {
        try {
            begin.await();
            List<String> names = List.copyOf(hashes.keySet());
            for (int i = 0; i < EACH; i++) {
                String name = names.get((number + i) % names.size());
                take(run, name, hashes.getOrDefault(name, ""), met);
            }
            if (number == 0) {
                watch(over, met);
            }
        } catch (InterruptedException | RuntimeException | IOException e) {
            met.wrong.add("auditor " + number + ": " + e);
        }
    }

    /** One of them takes each file of the newest run as soon as it is published: it's whole from the first moment on. */
    private static void watch(AtomicBoolean over, Met met) throws IOException, InterruptedException {
        Set<String> taken = new HashSet<>();
        do {
            String run = newest();
            for (Map.Entry<String, String> file : reports(run).entrySet()) {
                if (taken.add(run + "/" + file.getKey())) {
                    take(run, file.getKey(), file.getValue(), met);
                }
            }
            long threads = Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                    .filter(thread -> thread != null && thread.getThreadName().matches("http-nio-.*exec-\\d+"))
                    .count();
            met.requestThreads.accumulateAndGet((int) threads, Math::max);
        } while (!over.get());
    }

    private static void take(String run, String name, String hash, Met met) throws IOException, InterruptedException {
        HttpResponse<byte[]> file =
                CLIENT.send(request("/api/v1/reports/file?run=" + run + "&name=" + name), BodyHandlers.ofByteArray());
        if (file.statusCode() != 200 || !Sha256.hex(file.body()).equals(hash)) {
            met.wrong.add(
                    run + "/" + name + " was answered " + file.statusCode() + " with " + file.body().length + " bytes");
        }
        met.files.incrementAndGet();
        TAKEN.incrementAndGet();
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(served.base.resolve(path))
                .header("Authorization", Served.basic("auditor-1", Served.PASSWORD))
                .build();
    }

    private static JsonNode json(String path) {
        return JSON.readTree(Served.send(CLIENT, request(path)).body());
    }

    private static String newest() {
        return json("/api/v1/runs?limit=1").path("items").path(0).path("run").asString();
    }

    private static Map<String, String> reports(String run) {
        Map<String, String> hashes = new TreeMap<>();
        json("/api/v1/reports?run=" + run)
                .forEach(file -> hashes.put(
                        file.path("name").asString(), file.path("sha256").asString()));
        return hashes;
    }

    /** What the threads that do nights have used so far, in nanoseconds. */
    private static long nightCpu() {
        ThreadInfo[] all = THREADS.getThreadInfo(THREADS.getAllThreadIds());
        return Stream.of(all)
                .filter(thread -> thread != null
                        && (thread.getThreadName().equals("run")
                                || thread.getThreadName().startsWith("share-")))
                .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
