package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.FaultyDisk;
import crash.KilledRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command in a JVM of its own that {@code kill -9} ends at its n-th commit or at its n-th call that changes a file, or that
 * runs to its end, with a still clock.
 */
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
        return start(folder, List.of(), List.of(), killAt, arguments);
    }

    /**
     * Starts one that counts the calls that change files.
     *
     * @param folder for its output
     * @param files the folder whose files count
     * @param killAt the call at which it dies; 0 for none
     */
    static KilledChild onDisk(Path folder, Path files, int killAt, String... arguments) throws IOException {
        List<String> disk = List.of(
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyDisk.class.getName(),
                "-Dcrash.under=" + files,
                "-Dcrash.call=" + killAt);
        return start(folder, List.of(), disk, 0, arguments);
    }

    /** Starts one whose files can't grow beyond so many blocks of 1,024 bytes. */
    static KilledChild withFilesOfAtMost(Path folder, int blocks, String... arguments) throws IOException {
        List<String> limited = List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\"");
        return start(folder, limited, List.of(), 0, arguments);
    }

    private static KilledChild start(
            Path folder, List<String> before, List<String> options, int killAt, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(Child.java());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), KilledRun.class.getName(), Integer.toString(killAt)));
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

    /** Keeps it from going on, in the middle of whatever it does. */
    void hold() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    void letGo() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Asks it to end, as a plain {@code kill} does. */
    void ask() throws IOException, InterruptedException {
        signal("TERM");
    }

    /** Ends it now. */
    void kill() {
        process.destroyForcibly();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .as(output())
                .isZero();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    /** How many commits it made; only of one that came to its end. */
    int commits() throws IOException {
        return counted("COMMITS ");
    }

    /** How many calls of it changed files; only of one that counted them and came to its end. */
    int calls() throws IOException {
        return counted("CALLS ");
    }

    private int counted(String what) throws IOException {
        String output = output();
        return output.lines()
                .filter(line -> line.startsWith(what))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }
}
