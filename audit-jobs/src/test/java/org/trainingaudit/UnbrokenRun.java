package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run that nothing disturbed, and starts of the same estate that have to end with its reports, whatever happened to them. */
final class UnbrokenRun {

    private static final int VIOLATIONS_OPEN = 1;

    private final Path folder;
    private final Estate estate;
    private final KilledChild child;
    private final Map<String, String> wanted;

    private UnbrokenRun(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.estate = Estate.small(folder.resolve("estate"));
        this.child = onDisk("unbroken", 0);
        assertThat(child.code()).as(child.output()).isEqualTo(VIOLATIONS_OPEN);
        this.wanted = reports(folder.resolve("unbroken"));
        assertThat(wanted).containsKey("verdicts.csv");
    }

    /**
     * Does the run.
     *
     * @param folder for the estate and what its runs write, each into a folder of a name of its own
     */
    static UnbrokenRun in(Path folder) throws IOException, InterruptedException {
        return new UnbrokenRun(folder);
    }

    int commits() throws IOException {
        return child.commits();
    }

    int calls() throws IOException {
        return child.calls();
    }

    /** Starts a run that dies at a call that changes a file; 0 for none. */
    KilledChild onDisk(String data, int call) throws IOException {
        Path files = folder.resolve(data);
        return KilledChild.onDisk(folder, files, call, arguments(data));
    }

    /** Starts a run that dies at a commit; 0 for none. */
    KilledChild run(String data, int commit) throws IOException {
        return KilledChild.start(folder, commit, arguments(data));
    }

    /** Starts it once more: it ends with the reports of the run that nothing disturbed, byte for byte, and a trail that verifies. */
    void isReachedBy(String data) throws IOException, InterruptedException {
        KilledChild again = run(data, 0);
        assertThat(again.code()).as("%s: %s", data, again.output()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(reports(folder.resolve(data))).as(data).isEqualTo(wanted);
        Command verified = Command.audit(
                "verify", folder.resolve(data).resolve("trail").toString(), "--key", vkey(again.output()));
        assertThat(verified.code()).as("%s: %s", data, verified.out()).isZero();
    }

    private String[] arguments(String data) {
        return new String[] {
            "run",
            "--config",
            estate.path("config").toString(),
            "--data",
            folder.resolve(data).toString()
        };
    }

    /** The reports of the first run below a data folder, by name. */
    static Map<String, String> reports(Path data) throws IOException {
        Map<String, String> files = new TreeMap<>();
        // Killed at the very end, the run was over, and the next start began another one beside it.
        try (Stream<Path> all = Files.walk(data.resolve("reports/manual_2026-11-21_1"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static String vkey(String output) {
        return new Command(0, output, "").vkey();
    }
}
