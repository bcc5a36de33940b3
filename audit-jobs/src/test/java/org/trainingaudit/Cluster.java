package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.trainingaudit.schedule.ScheduleFace;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import serving.Clocked;

/** A manager in this JVM and workers in child JVMs, on one PostgreSQL and the manager's own broker. */
final class Cluster implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Path folder;
    private final Estate estate;
    private final List<Process> workers = new ArrayList<>();
    final AuditContext manager;

    Cluster(Path folder, Estate estate) {
        this.folder = folder;
        this.estate = estate;
        estate.write("broker-key", KEY + "\n");
        Places places = new Places(estate.path("config"), estate.path("var"));
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(places, faults);
        faults.throwIfAny();
        this.manager = AuditContext.serve(
                Clocked.class,
                List.of(ApiFace.class, ScheduleFace.class, ManagerFace.class),
                0,
                LogFormat.TEXT,
                places,
                configuration,
                Together.require(configuration.settings(), java.util.Optional.of(estate.path("broker-key"))),
                true,
                accounts -> accounts.add("admin", Role.ADMINISTRATOR, "", "correct horse battery"));
    }

    /** The settings' block for a broker on that port. */
    static String broker(int port) {
        return "  broker: {port: " + port + ", shares: 4, silence-seconds: 5, patience-seconds: 400}\n";
    }

    /** Starts a worker that dies at its n-th commit; with 0 it lives. */
    Process worker(int lastCommit) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                Integer.toString(lastCommit)));
        command.addAll(List.of(
                "serve",
                "--role",
                "worker",
                "--port",
                "0",
                "--broker-key-file",
                estate.path("broker-key").toString(),
                "--config",
                estate.path("config").toString(),
                "--data",
                folder.resolve("worker-" + workers.size()).toString()));
        Process worker = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(workers.size()).toFile())
                .start();
        workers.add(worker);
        return worker;
    }

    private Path log(int worker) {
        return folder.resolve("worker-" + worker + ".log");
    }

    /** What that worker said. */
    String said(int worker) throws IOException {
        return "worker " + worker + ":\n" + Files.readString(log(worker));
    }

    @Override
    public void close() throws InterruptedException {
        manager.close();
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            if (!worker.waitFor(40, TimeUnit.SECONDS)) {
                worker.destroyForcibly();
            }
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
