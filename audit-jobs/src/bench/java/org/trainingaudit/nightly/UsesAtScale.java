package org.trainingaudit.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.GeneratedRegister;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.config.Faults;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;

/**
 * Judges a generated estate of uses under all regimes on the embedded database, a first night and one on which one use in
 * a hundred has changed, and prints what each step cost. Arguments: how many uses (1000000), and the folder to work in.
 */
final class UsesAtScale {

    private static final List<String> STEPS =
            List.of("prepare", "scan", "collect", "reconcile", "judge", "endUses", "sealVerdicts");

    private final Path folder;
    private final int uses;

    private UsesAtScale(Path folder, int uses) {
        this.folder = folder;
        this.uses = uses;
    }

    public static void main(String[] arguments) throws Exception {
        int uses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("uses-at-scale");
        new UsesAtScale(folder, uses).run();
    }

    private void run() throws Exception {
        register(0);
        Places places = new Places(config(), folder.resolve("var"));
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        System.out.println(Machine.line() + "\n");
        System.out.println("| night | step | uses | wall s | CPU s | peak heap MiB | entries so far |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        StepTable table = new StepTable();
        try (AuditContext context = AuditContext.start(AuditApplication.class, places, configuration, table)) {
            table.trail = context.get(Trail.class);
            night(context, table, configuration, "first");
            register(100);
            night(context, table, configuration, "1 % changed");
        }
        System.out.printf(
                "%nMost memory of the process: %,d MiB; database and trail: %,d MiB%n",
                Footprint.peakResident(), size());
    }

    private void night(AuditContext context, StepTable table, Configuration configuration, String name)
            throws Exception {
        table.night = name;
        RunRequest everything = new RunRequest(java.util.Optional.empty(), Map.of(), Set.of(), Set.of());
        Run run = context.get(Runs.class)
                .open(everything, LocalDate.of(2026, 11, 21), configuration.sha256(), "bench", "");
        Footprint night = new Footprint();
        JobExecution execution = context.get(JobOperator.class)
                .start(
                        context.get(BenchSteps.class).of(STEPS),
                        new JobParametersBuilder()
                                .addString(NightlyJob.RUN, run.key())
                                .toJobParameters());
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException("the night failed: " + execution.getAllFailureExceptions());
        }
        table.row("all", night);
        context.get(Runs.class).end(run.key(), RunStatus.COMPLETE);
    }

    private void register(int changedOneIn) throws IOException {
        new GeneratedRegister(50_000).write(folder.resolve("registers"), uses, changedOneIn);
    }

    /** The project's own configuration, with these registers instead of the demo's. */
    private Path config() throws IOException {
        Path from = Path.of("config");
        Path to = folder.resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String sources = Files.readString(to.resolve("sources.yaml"));
        String registers = Stream.iterate(0, first -> first < uses, first -> first + 50_000)
                .map(first -> "  - " + folder.resolve("registers/register-" + (first / 50_000 + 1) + ".csv"))
                .collect(Collectors.joining("\n", "registers:\n", "\n"));
        Files.writeString(
                to.resolve("sources.yaml"), sources.substring(0, sources.indexOf("\nregisters:") + 1) + registers);
        return to;
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("var"))) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(UsesAtScale::size)
                            .sum()
                    >> 20;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row for each step as it ends. */
    private final class StepTable implements Progress {
        private final Footprint step = new Footprint();
        private String night = "";
        private Trail trail;

        @Override
        public void begin(String name, long things) {
            step.reset();
        }

        @Override
        public void done(String name) {}

        @Override
        public void end(String name) {
            row(name, step);
        }

        @Override
        public void note(String text) {
            if (!text.startsWith("WARN: vendor"))
                System.err.println(text.lines().findFirst().orElse(""));
        }

        void row(String name, Footprint footprint) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,d | %.1f | %.1f | %d | %,d |%n",
                    night,
                    name,
                    uses,
                    footprint.wallSeconds(),
                    footprint.cpuSeconds(),
                    Footprint.peakHeap(),
                    trail.size());
        }
    }
}
