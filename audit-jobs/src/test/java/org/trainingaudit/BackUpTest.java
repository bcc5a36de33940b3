package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.QuickClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back-up and restore as docs/operating.md says, with PostgreSQL's own programs; without them that can't be done. */
class BackUpTest {

    private static final int VIOLATIONS_OPEN = 1;
    private static final int STARTS_AT_MOST = 4;

    @TempDir
    Path folder;

    @Test
    void bringsBackWhatWasLostWithTheServerAndItsFiles() throws Exception {
        Assumptions.assumeTrue(
                InstalledPostgres.programs().isPresent(), "no PostgreSQL with its client programs; Debian: postgresql");
        Estate estate = Estate.small(folder.resolve("estate"));
        int port = Cluster.freePort();
        Path elsewhere = folder.resolve("key");
        String key;
        try (Server server = Server.installed(Files.createDirectory(folder.resolve("server")), port)) {
            key = lives(estate, server);
            Files.copy(estate.path("var/signer/key"), elsewhere);
        }
        Files.move(estate.path("var"), folder.resolve("lost"));

        try (Server server = Server.installed(Files.createDirectory(folder.resolve("another")), port)) {
            settings(estate, server);
            Guide.shell(
                    estate.path(""),
                    Guide.block("tar -xf"),
                    administrator(server, Map.of("key", elsewhere.toString())));
            keepsItsRights(server);
            refusesUntilItIsReplayed(estate);
            Command next = finishes(estate);
            assertThat(next.vkey()).isEqualTo(key);
            assertThat(next.out()).contains("0 newly opened, 0 reopened, 1 still open, 0 closed");
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out()).isZero();
        }
    }

    /** A night, and another in whose middle the database is backed up, and at whose end the files are. */
    private String lives(Estate estate, Server server) throws SQLException, IOException, InterruptedException {
        server.database("audit");
        settings(estate, server);
        Command first = run(estate);
        assertThat(first.code()).as(first.err()).isEqualTo(VIOLATIONS_OPEN);
        KilledChild second = KilledChild.start(folder, 0, estate.arguments("run", "--new"));
        second.awaitOutput("reconcile");
        second.hold();
        String backUp = Guide.block("pg_dump");
        int files = backUp.indexOf("rm -f before");
        Guide.shell(estate.path(""), backUp.substring(0, files), administrator(server, Map.of()));
        second.letGo();
        assertThat(second.code()).as(second.output()).isEqualTo(VIOLATIONS_OPEN);
        Guide.shell(estate.path(""), backUp.substring(files), Map.of());
        return first.vkey();
    }

    private static void settings(Estate estate, Server server) {
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + server.settings(estate, "audit"));
    }

    /** What its programs need to reach the server, whose release they have to be of. */
    private static Map<String, String> administrator(Server server, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("PATH", InstalledPostgres.programs().orElseThrow() + ":" + System.getenv("PATH"));
        variables.put("PGHOST", "127.0.0.1");
        variables.put("PGPORT", Integer.toString(server.port()));
        variables.put("PGUSER", "postgres");
        return variables;
    }

    /** Before the program has been started even once. */
    private static void keepsItsRights(Server server) throws SQLException {
        try (Connection connection = server.as(Server.APPLICATION, "audit");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into trail_entry select * from trail_entry where false");
            assertThatThrownBy(() -> statement.execute("delete from trail_entry"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    static void refusesUntilItIsReplayed(Estate estate) {
        Command refused = run(estate);
        assertThat(refused.code()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains("replay");
        String config = estate.path("config").toString();
        String var = estate.path("var").toString();
        Command replayed = Command.audit(QuickClock.class, "trail", "replay", "--config", config, "--data", var);
        assertThat(replayed.code()).as(replayed.err()).isZero();
    }

    /** The first start may still find the lease of the run that the back-up was taken in. */
    private static Command finishes(Estate estate) {
        Command again = run(estate);
        for (int starts = 1; again.code() != VIOLATIONS_OPEN && starts < STARTS_AT_MOST; starts++) {
            again = run(estate);
        }
        assertThat(again.code()).as(again.err()).isEqualTo(VIOLATIONS_OPEN);
        return again;
    }

    private static Command run(Estate estate) {
        return Command.audit(QuickClock.class, estate.arguments("run"));
    }

    /** With a {@code tar} during whose first call the trail is sealed. */
    @Test
    void copiesTheFilesAnewWhereASealCameInBetween() throws Exception {
        Path trail = Files.createDirectories(folder.resolve("var/trail"));
        Files.writeString(trail.resolve("checkpoint"), "log\n5\nroot\n");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path tar = Files.writeString(bin.resolve("tar"), """
                #!/bin/sh
                echo called >>calls
                [ $(wc -l <calls) -gt 1 ] || echo sealed >>var/trail/checkpoint
                /bin/tar "$@"
                """);
        Files.setPosixFilePermissions(tar, PosixFilePermissions.fromString("rwxr-xr-x"));
        String backUp = Guide.block("pg_dump");
        for (int night = 0; night < 2; night++) {
            Guide.shell(
                    folder,
                    backUp.substring(backUp.indexOf("rm -f before")),
                    Map.of("PATH", bin + ":" + System.getenv("PATH")));
        }
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .as("twice the first night, once the second")
                .hasSize(3);
        String copied = Guide.shell(folder, "tar -xOf audit-var.tar var/trail/checkpoint", Map.of());
        assertThat(copied).endsWith("sealed");
    }
}
