package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.KilledRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a JVM of its own that {@code kill -9} ends at its n-th commit, or that runs to its end, with a still clock. */
final class KilledChild {

    static final int KILLED = 137;

    private final Process process;
    private final Path log;

    private KilledChild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param folder for its output
     * @param killAt the commit after which it dies; 0 for none
     */
    static KilledChild start(Path folder, int killAt, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                Integer.toString(killAt)));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "child", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new KilledChild(process, log);
    }

    /** Waits for its end, which has to come by itself. */
    int code() throws IOException, InterruptedException {
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("child ended by itself: %s", output()).isTrue();
        return process.exitValue();
    }

    /** Waits until it has written something or has ended. */
    void awaitOutput(String text) throws IOException, InterruptedException {
        while (process.isAlive() && !output().contains(text)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    /** How many commits it made; only of one that came to its end. */
    int commits() throws IOException {
        String output = output();
        return output.lines()
                .filter(line -> line.startsWith("COMMITS "))
                .mapToInt(line -> Integer.parseInt(line.substring("COMMITS ".length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }
}
