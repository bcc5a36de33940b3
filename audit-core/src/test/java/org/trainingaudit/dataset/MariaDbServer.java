package org.trainingaudit.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB of the machine, with data of its own in a folder, for as long as a test takes. */
final class MariaDbServer {

    private static final Path TABLES = Path.of("/usr/share/mysql/mysql_system_tables.sql");

    private final Process process;
    private final int port;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where it is installed (Debian: {@code mariadb-server-core}). */
    static Optional<Path> installed() {
        return Stream.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/bin/mariadbd")
                .map(Path::of)
                .filter(program -> Files.isExecutable(program) && Files.isReadable(TABLES))
                .findFirst();
    }

    /** Makes an empty database and starts it. Who owns it is {@code owner}, who may read {@code app} is {@code reader}. */
    static MariaDbServer start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        String first = "create database mysql;\nuse mysql;\n" + Files.readString(TABLES) + "\nflush privileges;\n"
                + "create user owner@'127.0.0.1' identified by 'owner-secret';\n"
                + "grant all on *.* to owner@'127.0.0.1' with grant option;\n"
                + "create user reader@'127.0.0.1' identified by 'reader-secret';\n"
                + "grant select on app.* to reader@'127.0.0.1';\n";
        Path script = Files.writeString(folder.resolve("first.sql"), first);
        Process making = builder(data, "--bootstrap")
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bootstrap.log").toFile())
                .start();
        if (!making.waitFor(60, TimeUnit.SECONDS) || making.exitValue() != 0) {
            making.destroyForcibly();
            throw new IOException("no database: " + Files.readString(folder.resolve("bootstrap.log")));
        }
        Process process = builder(
                        data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + folder.resolve("s"),
                        "--innodb-flush-log-at-trx-commit=0")
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new MariaDbServer(process, port);
    }

    private static ProcessBuilder builder(Path data, String... more) {
        List<String> command = new ArrayList<>(List.of(
                installed().orElseThrow().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--innodb-log-file-size=8M",
                "--innodb-buffer-pool-size=16M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(List.of(more));
        return new ProcessBuilder(command);
    }

    private static void awaitReady(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("ready for connections")) {
                return;
            }
        }
        throw new IOException("the server didn't start: " + said);
    }

    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url("mysql"), "owner", "owner-secret");
    }

    /** Ends it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
