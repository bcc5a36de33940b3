package org.trainingaudit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the machine (Debian: {@code postgresql}), which unlike the one that tests bring along has {@code pg_dump} and
 * {@code pg_restore} of its own release, with data of its own in a folder.
 */
record InstalledPostgres(Process process, int port) implements Closeable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final List<String> NEEDED = List.of("initdb", "postgres", "pg_dump", "pg_restore", "pg_isready");
    private static final int SECONDS = 60;

    /** The folder of the programs of its newest release, where there is one. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> NEEDED.stream().allMatch(name -> Files.isExecutable(bin.resolve(name))))
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getName(bin.getNameCount() - 2).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InstalledPostgres start(Path files, int port) throws IOException, InterruptedException {
        String data = files.resolve("data").toString();
        Path log = files.resolve("log");
        Process making =
                program(log, "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale");
        if (making.waitFor() != 0) {
            throw new IOException("no database: " + Files.readString(log));
        }
        // Like the one that tests bring along it needn't outlive a crash of the machine.
        Process process =
                program(log, "postgres", "-D", data, "-h", "127.0.0.1", "-p", "" + port, "-k", "", "-c", "fsync=off");
        Process ready = program(log, "pg_isready", "-q", "-h", "127.0.0.1", "-p", "" + port);
        for (int tries = 0; ready.waitFor() != 0; tries++) {
            if (tries > SECONDS || !process.isAlive()) {
                throw new IOException("the server didn't start: " + Files.readString(log));
            }
            TimeUnit.SECONDS.sleep(1);
            ready = program(log, "pg_isready", "-q", "-h", "127.0.0.1", "-p", "" + port);
        }
        return new InstalledPostgres(process, port);
    }

    /** It refuses to be run by root, who therefore runs it as somebody without a name. */
    private static Process program(Path log, String name, String... arguments) throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        List<String> command = new ArrayList<>(root ? List.of("unshare", "--user") : List.of());
        command.add(programs().orElseThrow().resolve(name).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Ends each session and puts everything on the disk. */
    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
