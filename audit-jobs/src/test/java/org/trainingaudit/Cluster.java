package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.trainingaudit.access.Role;
import org.trainingaudit.api.ApiFace;
import org.trainingaudit.cluster.ManagerFace;
import org.trainingaudit.cluster.Together;
import org.trainingaudit.config.Faults;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.LogFormat;
import org.trainingaudit.operate.Serving;
import org.trainingaudit.schedule.ScheduleFace;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import serving.Clocked;

/** Managers and workers in child JVMs, or a manager in this one, on an estate whose settings name a PostgreSQL. */
final class Cluster implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private static final int SECONDS_TO_END = 60;

    private final Path folder;
    private final Estate estate;
    private final List<Process> children = new ArrayList<>();
    private boolean quick;

    /** Where logs and the workers' own data go. */
    Cluster(Path folder, Estate estate) {
        this.folder = folder;
        this.estate = estate;
        estate.write("broker-key", KEY + "\n");
        estate.write("admin-password", "correct horse battery\n");
    }

    /** The settings' block for the manager's own broker on a port that is free. */
    static String ownBroker() {
        return "  broker: {port: " + freePort() + ", shares: 4, silence-seconds: 5, patience-seconds: 400}\n";
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A manager in this JVM, to be closed. */
    AuditContext manager(Class<?> application) {
        Places places = new Places(estate.path("config"), estate.path("var"));
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        return AuditContext.serve(
                application,
                places,
                configuration,
                new Serving(
                        List.of(ApiFace.class, ScheduleFace.class, ManagerFace.class),
                        0,
                        LogFormat.TEXT,
                        Together.require(configuration.settings(), Optional.of(estate.path("broker-key"))),
                        true,
                        accounts -> accounts.add("admin", Role.ADMINISTRATOR, "", "correct horse battery")));
    }

    AuditContext manager() {
        return manager(Clocked.class);
    }

    /** Starts a worker that dies at its n-th commit; with 0 it lives. */
    Process worker(int lastCommit) {
        return start(
                command(List.of(), "-ea", Worker.class, Integer.toString(lastCommit)),
                serve("worker", 0, folder.resolve("worker-" + children.size())));
    }

    /** Starts a worker of the program as it ships, behind a command that says where it may run. */
    Process worker(List<String> before) {
        return start(
                command(before, "-ea", AuditApplication.class),
                serve("worker", 0, folder.resolve("worker-" + children.size())));
    }

    /**
     * Starts a worker on another machine: one that has this folder as its root, with the paths of this machine below it. Only
     * relative paths lead there.
     */
    Process workerOn(Path machine) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path there = Files.createDirectories(machine.resolve(here.getRoot().relativize(here)));
        return start(
                command(List.of(), "-ea", Worker.class, "0"),
                serve("worker", 0, folder.resolve("worker-" + children.size())),
                there);
    }

    /** Starts a manager in a child JVM, which listens on that port. */
    Process manager(int port) {
        List<String> serve = serve("manager", port, estate.path("var"));
        serve.addAll(
                List.of("--admin-password-file", estate.path("admin-password").toString()));
        return start(command(List.of(), "-D" + Worker.QUICK + "=" + quick, Worker.class, "0"), serve);
    }

    /** Makes managers that are started from now on take a dead one for dead ten times as soon. */
    void quicken() {
        quick = true;
    }

    private static List<String> command(List<String> before, String option, Class<?> program, String... first) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=" + (before.isEmpty() ? 1 : 4),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(Arrays.asList(first));
        return command;
    }

    private List<String> serve(String role, int port, Path data) {
        return new ArrayList<>(List.of(
                "serve",
                "--role",
                role,
                "--port",
                Integer.toString(port),
                "--broker-key-file",
                estate.path("broker-key").toString(),
                "--config",
                estate.path("config").toString(),
                "--data",
                data.toString()));
    }

    private Process start(List<String> command, List<String> arguments) {
        return start(command, arguments, Path.of("").toAbsolutePath());
    }

    private Process start(List<String> command, List<String> arguments, Path directory) {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        try {
            Process child = new ProcessBuilder(all)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log(children.size()).toFile())
                    .start();
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(int child) {
        return folder.resolve("child-" + child + ".log");
    }

    /** What all of them said. */
    String said() throws IOException {
        StringBuilder said = new StringBuilder();
        for (int child = 0; child < children.size(); child++) {
            said.append("child ").append(child).append(":\n").append(Files.readString(log(child)));
        }
        return said.toString();
    }

    @Override
    public void close() {
        children.forEach(Process::destroy);
        children.forEach(Cluster::end);
    }

    private static void end(Process child) {
        try {
            if (!child.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The reports of a run, by name. */
    static Map<String, String> reports(Path data, String run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data.resolve("reports").resolve(run))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(files).containsKey("verdicts.csv");
        return files;
    }
}
