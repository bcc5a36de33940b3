package org.trainingaudit.nightly;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.config.Faults;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.Nights;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/**
 * What a night costs in which one dataset in a hundred has changed, beside one in which all have: whole runs, from prepare
 * to the last seal, in one program. Arguments: how many datasets (2000), rows of each (500), rounds (3), and the folder to
 * work in.
 */
final class ChangedDatasets {

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final Path folder;
    private final int datasets;
    private final int rows;
    private int changes;

    private ChangedDatasets(Path folder, int datasets, int rows) {
        this.folder = folder;
        this.datasets = datasets;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        int datasets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path folder = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("changed-datasets");
        new ChangedDatasets(folder, datasets, rows).run(rounds);
    }

    private void run(int rounds) throws Exception {
        long bytes = 0;
        for (int i = 0; i < datasets; i++) {
            bytes += write(i);
        }
        Places places = new Places(config(), folder.resolve("var"));
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        System.out.println(Machine.line());
        System.out.printf(Locale.ROOT, "%,d datasets, %,.1f MB%n%n", datasets, bytes / 1e6);
        System.out.println("| night | CPU s | of which the compiler | wall s | steps, CPU s |");
        System.out.println("| --- | ---: | ---: | ---: | --- |");
        List<Double> ratios = new ArrayList<>();
        Steps steps = new Steps();
        try (AuditContext context = AuditContext.start(AuditApplication.class, places, configuration, steps)) {
            night(context, steps, "first");
            for (int round = 0; round < rounds; round++) {
                change(1);
                double all = night(context, steps, "all changed");
                change(100);
                double some = night(context, steps, "1 % changed");
                night(context, steps, "nothing changed");
                ratios.add(some / all);
            }
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%n1 %% changed costs %.1f %% [%.1f..%.1f] of all changed, by the CPU clock of the process%n",
                100 * ratios.get(ratios.size() / 2),
                100 * ratios.get(0),
                100 * ratios.get(ratios.size() - 1));
    }

    private double night(AuditContext context, Steps steps, String name) {
        steps.times.clear();
        Footprint night = new Footprint();
        long compiled = COMPILER.getTotalCompilationTime();
        Nights.Outcome outcome = context.get(Nights.class).run(RunRequest.everything());
        if (!outcome.failures().isEmpty()) {
            throw new IllegalStateException("the night failed: " + outcome.failures());
        }
        double seconds = night.cpuSeconds();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %s |%n",
                name,
                seconds,
                (COMPILER.getTotalCompilationTime() - compiled) / 1e3,
                night.wallSeconds(),
                steps);
        return seconds;
    }

    private void change(int oneIn) throws IOException {
        changes++;
        for (int i = 0; i < datasets; i += oneIn) {
            write(i);
        }
    }

    private long write(int number) throws IOException {
        Random random = new Random(number + 1_000_003L * changes);
        StringBuilder text = new StringBuilder("id,name,email,birth_date,zip_code,diagnosis,amount,note\n");
        for (int row = 0; row < rows; row++) {
            text.append(row)
                    .append(",Person ")
                    .append(random.nextInt(5_000))
                    .append(",p")
                    .append(random.nextInt(100_000))
                    .append("@example.com,19")
                    .append(10 + random.nextInt(90))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append("-11,")
                    .append(10_000 + random.nextInt(80_000))
                    .append(",I")
                    .append(10 + random.nextInt(80))
                    .append(',')
                    .append(random.nextInt(1_000_000))
                    .append(",seen at the desk ")
                    .append(random.nextInt(40))
                    .append(" and sent on\n");
        }
        Path file = folder.resolve("data/d" + number + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return text.length();
    }

    private static boolean isOfNoEstate(Path file) {
        String name = file.toString();
        return name.equals("taxonomy.yaml")
                || name.equals("facts.yaml")
                || file.startsWith("regimes")
                || file.startsWith("detectors");
    }

    /** The project's own laws and detectors with this estate, and a use of each tenth dataset. */
    private Path config() throws IOException {
        Path from = Path.of("config");
        Path to = folder.resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> isOfNoEstate(from.relativize(file)))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        StringBuilder register = new StringBuilder(
                "use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,identifiability\n");
        for (int i = 0; i < datasets; i += 10) {
            register.append(
                    "u" + i + ",own/d" + i + ".csv,m" + i % 7 + ",private,JP,JP,train-own,contact,identified\n");
        }
        Files.writeString(folder.resolve("register.csv"), register);
        Files.writeString(
                to.resolve("sources.yaml"),
                "sources:\n  - {id: own, kind: folder, path: " + folder.resolve("data")
                        + ", owner: us, subjectCountries: [JP]}\nregisters:\n  - " + folder.resolve("register.csv")
                        + "\n");
        return to;
    }

    /** How much CPU time of the process each step took. */
    private static final class Steps implements Progress {
        private final Map<String, Double> times = new TreeMap<>();
        private long begun;

        @Override
        public synchronized void begin(String step, long things) {
            begun = CpuClock.PROCESS.nanos();
        }

        @Override
        public void done(String step) {
            // counted by the step
        }

        @Override
        public synchronized void end(String step) {
            times.merge(step, (CpuClock.PROCESS.nanos() - begun) / 1e9, Double::sum);
        }

        @Override
        public void note(String text) {
            System.err.println(text);
        }

        @Override
        public synchronized String toString() {
            StringBuilder text = new StringBuilder();
            times.forEach((step, seconds) -> text.append(String.format(Locale.ROOT, "%s %.2f ", step, seconds)));
            return text.toString().strip();
        }
    }
}
