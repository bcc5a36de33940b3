package org.trainingaudit.use;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures collecting lineage events against plain parsing of the same lines: {@code EventsScale CONFIG FOLDER [EVENTS]
 * [ROUNDS]}, by default 1,000,000 events and 3 rounds, interleaved, by the thread's CPU clock. One line in the middle is
 * broken. Run it with a small {@code -Xmx} to see that memory is bounded.
 */
final class EventsScale {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventsScale() {}

    public static void main(String[] arguments) throws IOException {
        int events = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
        Path file = Path.of(arguments[1]).resolve("events.jsonl");
        write(file, events);
        Faults faults = new Faults();
        ConfigFiles config = ConfigFiles.read(Path.of(arguments[0]), faults);
        Taxonomy taxonomy = Taxonomy.load(config, faults);
        Collector collector =
                new Collector(FactCatalogue.load(config, taxonomy, faults), taxonomy, CollectSettings.defaults());
        faults.throwIfAny();
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = cpu();
            long parsed = parse(file);
            long middle = cpu();
            CollectedUses found = collector.collectAll(List.of(file));
            long end = cpu();
            ratios[round] = (double) (end - middle) / (middle - start);
            System.out.printf(
                    "%,d events, %,d MB: parsing %.1f s, collecting %.1f s, ratio %.2f; %d uses, %d faults, %d parsed%n",
                    events,
                    Files.size(file) >> 20,
                    (middle - start) / 1e9,
                    (end - middle) / 1e9,
                    ratios[round],
                    found.observed().size(),
                    found.faults().size(),
                    parsed);
        }
        Arrays.sort(ratios);
        System.out.printf(
                "median ratio %.2f, at most %d MB of heap%n",
                ratios[rounds / 2], Runtime.getRuntime().maxMemory() >> 20);
        Files.delete(file);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long parse(Path file) throws IOException {
        long parsed = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    parsed += JSON.readTree(line).size() > 0 ? 1 : 0;
                } catch (tools.jackson.core.JacksonException broken) {
                    parsed += 0;
                }
            }
        }
        return parsed;
    }

    private static void write(Path file, int events) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < events; i++) {
                int job = i % 5_000;
                boolean start = i / 5_000 % 2 == 0;
                out.write(i == events / 2 ? "{\"eventType\":\"COMPLETE\",\"eventTime\n" : event(i, job, start));
            }
        }
    }

    private static String event(int i, int job, boolean start) {
        String name = job % 100 == 0 ? "nightly.train_" + job : "etl.step_" + job;
        return "{\"eventType\":\"" + (start ? "START" : "COMPLETE") + "\",\"eventTime\":\"2026-11-20T01:00:00.000Z\","
                + "\"producer\":\"https://example.jp/scheduler\",\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\","
                + "\"run\":{\"runId\":\"0198a9c1-0000-7000-8000-" + String.format("%012d", i / 10_000 * 5_000 + job)
                + "\",\"facets\":{\"nominalTime\":{\"_producer\":\"p\",\"_schemaURL\":\"s\",\"nominalStartTime\":\"2026-11-20T00:00:00Z\"}}},"
                + "\"job\":{\"namespace\":\"airflow://prod\",\"name\":\"" + name + "\"},\"inputs\":["
                + (start
                        ? "{\"namespace\":\"s3://lake\",\"name\":\"d" + job
                                + "\",\"facets\":{\"schema\":{\"_producer\":\"p\",\"_schemaURL\":\"s\","
                                + "\"fields\":[{\"name\":\"id\",\"type\":\"long\"},{\"name\":\"mail\",\"type\":\"string\"}]}}}"
                        : "")
                + "],\"outputs\":["
                + (start ? "" : "{\"namespace\":\"s3://lake\",\"name\":\"d" + (job + 1) + "\"}")
                + "]}\n";
    }
}
