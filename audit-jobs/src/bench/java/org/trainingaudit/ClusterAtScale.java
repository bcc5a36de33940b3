package org.trainingaudit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;

/**
 * How the two long steps of a night go faster with worker processes: the same night with each number of workers in turn, on
 * PostgreSQL and the manager's own broker. Arguments: numbers of workers (1,2), datasets (40), rows of each (20000), uses
 * (20000), rounds (2), folder.
 *
 * <p>Each worker has one thread for shares and is pinned to a core of its own, as far as there are cores; all else shares these
 * cores. The machine is
 * seldom alone, so beside the wall's time stands what is left of it without the time in which a worker's thread wanted to
 * run and its core was taken ({@code schedstat}), and with the time that other threads of the same process ran on that core;
 * and what the workers, and all others of ours together, had of the cores.
 */
final class ClusterAtScale {

    private static final double NANOS = 1e9;

    /** Asked before this process is pinned: from then on it's told no more than the cores it may have. */
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Path folder;
    private final int datasets;
    private final int rows;
    private final int uses;

    private ClusterAtScale(Path folder, int datasets, int rows, int uses) {
        this.folder = folder;
        this.datasets = datasets;
        this.rows = rows;
        this.uses = uses;
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> workers = new ArrayList<>();
        for (String number : argument(arguments, 0, "1,2").split(",", -1)) {
            workers.add(Integer.parseInt(number));
        }
        Path folder = arguments.length > 5 ? Path.of(arguments[5]) : Files.createTempDirectory("cluster-at-scale");
        ClusterAtScale bench = new ClusterAtScale(
                folder,
                Integer.parseInt(argument(arguments, 1, "40")),
                Integer.parseInt(argument(arguments, 2, "20000")),
                Integer.parseInt(argument(arguments, 3, "20000")));
        bench.run(workers, Integer.parseInt(argument(arguments, 4, "2")));
        System.exit(0);
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    /**
     * What a step took, in seconds: by the wall, and without what others took of the workers' cores.
     *
     * @param workers CPU time of all workers together, of which their Java compilers had {@code compiling}; {@code rest} is
     *     that of manager, broker and database
     */
    private record Took(double wall, double alone, double workers, double compiling, double rest) {

        String cells() {
            return String.format(
                    Locale.ROOT, "%.1f | %.1f | %.1f | %.1f | %.1f", wall, alone, workers, compiling, rest);
        }
    }

    private record Night(Took scan, Took judge) {}

    private void run(List<Integer> numbers, int rounds) throws Exception {
        System.out.println(Machine.line());
        System.out.printf(Locale.ROOT, "%,d datasets of %,d rows, %,d uses%n%n", datasets, rows, uses);
        System.out.println("| workers | round | scan, s | of it alone | CPU of workers | of it compiling | of the rest"
                + " | judge, s | of it alone | CPU of workers | of it compiling | of the rest |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        List<Night> last = new ArrayList<>();
        for (int number : numbers) {
            onCores(number);
            try (Server server = Server.start()) {
                last.add(nights(server, number, rounds));
            }
        }
        for (int i = 1; i < numbers.size(); i++) {
            double times = (double) numbers.get(i) / numbers.get(0);
            System.out.printf(
                    Locale.ROOT,
                    "%d workers beside %d: scan %.2f (wall %.2f), judge %.2f (wall %.2f) of %.0f times as fast%n",
                    numbers.get(i),
                    numbers.get(0),
                    last.get(0).scan.alone / last.get(i).scan.alone / times,
                    last.get(0).scan.wall / last.get(i).scan.wall / times,
                    last.get(0).judge.alone / last.get(i).judge.alone / times,
                    last.get(0).judge.wall / last.get(i).judge.wall / times,
                    times);
        }
    }

    /** Manager, broker and database have no more cores than there are workers: else one worker would have two. */
    private static void onCores(int number) throws IOException, InterruptedException {
        String last = Integer.toString(Math.min(number, CORES) - 1);
        String own = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("taskset", "-a", "-p", "-c", "0-" + last, own)
                .start()
                .waitFor();
    }

    /** The last of some nights in which everything is read and judged, so that compilers have done their work. */
    private Night nights(Server server, int number, int rounds) throws Exception {
        String database = "scale" + number;
        Estate estate = estate(folder.resolve("workers-" + number));
        server.database(database);
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 1}\n  broker: {port: " + Cluster.freePort()
                        + ", shares: 16, patience-seconds: 3600}\n" + server.settings(estate, database));
        Night night = new Night(new Took(0, 0, 0, 0, 0), new Took(0, 0, 0, 0, 0));
        try (Cluster cluster = new Cluster(estate.path(""), estate);
                AuditContext manager = cluster.manager(AuditApplication.class);
                Connection look = server.as(Server.OWNER, database)) {
            List<Process> workers = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                workers.add(cluster.worker(List.of("taskset", "-c", Integer.toString(i % CORES))));
            }
            for (int round = 1; round <= rounds; round++) {
                night = night(manager, look, workers);
                System.out.printf(
                        Locale.ROOT, "| %d | %d | %s | %s |%n", number, round, night.scan.cells(), night.judge.cells());
            }
        }
        return night;
    }

    private static Night night(AuditContext manager, Connection look, List<Process> workers) throws Exception {
        try (Statement statement = look.createStatement()) {
            statement.execute("delete from dataset_known");
            statement.execute("delete from nightly_recorded");
        }
        Operations operations = manager.get(Operations.class);
        String run = operations
                .start(RunRequest.everything(), By.local(), Optional.empty())
                .key();
        Took scan = took(look, workers, "scan", run);
        Took judge = took(look, workers, "judge", run);
        operations.awaitIdle();
        return new Night(scan, judge);
    }

    private static Took took(Connection look, List<Process> workers, String step, String run) throws Exception {
        await(look, step, run, "STARTED", "COMPLETED");
        long begun = System.nanoTime();
        List<Core> before = cores(workers);
        double restBefore = rest(look);
        await(look, step, run, "COMPLETED");
        double wall = (System.nanoTime() - begun) / NANOS;
        double rest = rest(look) - restBefore;
        List<Core> after = cores(workers);
        double alone = 0;
        double all = 0;
        double compiling = 0;
        for (int i = 0; i < workers.size(); i++) {
            alone = Math.max(alone, wall - after.get(i).stolenSince(before.get(i)));
            all += after.get(i).all - before.get(i).all;
            compiling += after.get(i).compiling - before.get(i).compiling;
        }
        return new Took(wall, alone, all, compiling, rest);
    }

    /** CPU time, in seconds, of this process and of the database's. */
    private static double rest(Connection look) throws SQLException {
        ProcessHandle session = ProcessHandle.of(Long.parseLong(one(look, "select pg_backend_pid()")))
                .orElseThrow();
        ProcessHandle server = session.parent().orElseThrow();
        return Stream.concat(Stream.of(ProcessHandle.current(), server), server.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(spent -> spent.toNanos() / NANOS)
                .sum();
    }

    private static void await(Connection look, String step, String run, String... states) throws Exception {
        String sql = "select s.status from batch_step_execution s join batch_job_execution_params p"
                + " on p.job_execution_id = s.job_execution_id where p.parameter_name = 'run' and p.parameter_value = '"
                + run + "' and s.step_name = '" + step + "'";
        while (!List.of(states).contains(one(look, sql))) {
            if (one(look, sql).equals("FAILED")) {
                throw new IllegalStateException(step + " failed");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String one(Connection look, String sql) throws SQLException {
        try (Statement statement = look.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /**
     * What a worker has had of its core, in seconds.
     *
     * @param share time that the thread of the shares ran
     * @param waited time that it wanted to run and didn't
     * @param all time that any thread of the process ran
     * @param compiling time that its compilers ran; one that has ended is missing
     */
    private record Core(double share, double waited, double all, double compiling) {

        /** Time that others had of the core while the thread wanted it; what its own process had counts as its own. */
        double stolenSince(Core before) {
            double own = (all - before.all) - (share - before.share);
            return Math.max(0, waited - before.waited - own);
        }
    }

    private static List<Core> cores(List<Process> workers) throws IOException {
        List<Core> cores = new ArrayList<>();
        for (Process worker : workers) {
            double share = 0;
            double waited = 0;
            double all = 0;
            double compiling = 0;
            try (var tasks = Files.list(Path.of("/proc", Long.toString(worker.pid()), "task"))) {
                for (Path task : tasks.toList()) {
                    String[] times =
                            Files.readString(task.resolve("schedstat")).strip().split(" ", -1);
                    double ran = Long.parseLong(times[0]) / NANOS;
                    all += ran;
                    String name = Files.readString(task.resolve("comm")).strip();
                    compiling += name.matches("C[12] Compiler.*") ? ran : 0;
                    if (name.equals("share")) {
                        share += ran;
                        waited += Long.parseLong(times[1]) / NANOS;
                    }
                }
            }
            cores.add(new Core(share, waited, all, compiling));
        }
        return cores;
    }

    private Estate estate(Path root) throws IOException {
        Estate estate = Estate.small(root);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < datasets; i++) {
            Random random = new Random(i);
            StringBuilder csv = new StringBuilder("id,name,email,birth_date,zip_code,diagnosis,amount\n");
            for (int row = 0; row < rows; row++) {
                csv.append(row + ",Person " + random.nextInt(5_000) + ",p" + random.nextInt(100_000)
                        + "@example.com,19" + (10 + random.nextInt(90)) + "-0" + (1 + random.nextInt(9)) + "-11,"
                        + (10_000 + random.nextInt(80_000)) + ",I" + (10 + random.nextInt(80)) + ","
                        + random.nextInt(1_000_000) + "\n");
            }
            estate.write("data/d" + i + ".csv", csv.toString());
            names.add("d" + i);
        }
        estate.sources(names.toArray(String[]::new));
        StringBuilder register = new StringBuilder("use,dataset,training,actorOrgType,actorCountries,subjectCountries,"
                + "activity,categories,identifiability,purposeSpecified,consentObtained\n");
        for (int use = 0; use < uses; use++) {
            register.append("u" + use + ",own/d" + use % datasets + ",m" + use % 50 + ",private,"
                    + List.of("JP", "DE", "US", "CN").get(use % 4)
                    + ",JP,train-own,contact,identified,true," + (use % 3 == 0) + "\n");
        }
        estate.write("data/register.csv", register.toString());
        return estate;
    }
}
