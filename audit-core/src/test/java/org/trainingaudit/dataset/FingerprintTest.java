package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FingerprintTest {

    @TempDir
    Path folder = Path.of("");

    private Fingerprint of(String content) throws IOException {
        Files.writeString(folder.resolve("a.csv"), content);
        return Fingerprint.of(new FolderSource("s", folder, "owner", Set.of(), new TreeMap<>())
                .datasets()
                .get(0));
    }

    @Test
    void isTheSha256OfTheContent() throws IOException {
        assertThat(of("abc"))
                .isEqualTo(new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
    }

    @Test
    void changesWithTheContentOnly() throws IOException {
        Fingerprint before = of("a,b\n1,2\n");
        assertThat(of("a,b\n1,3\n")).isNotEqualTo(before);
        assertThat(of("a,b\n1,2\n")).isEqualTo(before);
    }

    private final Instant start = Instant.now();
    private Instant now = start.plusSeconds(60);

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Fingerprint kept(JdbcClient jdbc, int days) {
        FileDigests digests = new FileDigests(jdbc, clock, Duration.ofDays(days));
        return Fingerprint.of(
                new FolderSource("s", folder, "owner", Set.of(), new TreeMap<>())
                        .datasets()
                        .get(0),
                digests);
    }

    private static JdbcClient database() throws IOException {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"));
        jdbc.sql(
                        "create table dataset_file (path_sha256 varchar(64) primary key, state varchar(256), sha256 varchar(64),"
                                + " bytes bigint, hashed_at bigint)")
                .update();
        return jdbc;
    }

    /** A kept digest is made recognisable, so that it shows whether it was taken. */
    private static void mark(JdbcClient jdbc) {
        jdbc.sql("update dataset_file set sha256 = 'kept'").update();
    }

    @Test
    void isNotMadeAnewWhileTheFileIsTheSame() throws IOException {
        JdbcClient jdbc = database();
        Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        Fingerprint made = kept(jdbc, 30);
        assertThat(made).isEqualTo(of("a,b\n1,2\n"));
        kept(jdbc, 30);
        mark(jdbc);
        now = start.plus(Duration.ofDays(10));
        assertThat(kept(jdbc, 30)).isEqualTo(new Fingerprint("kept", 8));
        assertThat(kept(jdbc, 0)).isEqualTo(made);
        mark(jdbc);
        now = start.plus(Duration.ofDays(41));
        assertThat(kept(jdbc, 30)).isEqualTo(made);
    }

    @Test
    void showsAChangeWhoseTimeAndSizeWereSetBack() throws IOException {
        JdbcClient jdbc = database();
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        FileTime written = Files.getLastModifiedTime(file);
        Fingerprint before = kept(jdbc, 30);
        Files.writeString(file, "a,b\n1,3\n");
        Files.setLastModifiedTime(file, written);
        assertThat(kept(jdbc, 30)).isNotEqualTo(before);
        Path other = Files.writeString(folder.resolve("b"), "a,b\n1,4\n");
        Files.setLastModifiedTime(other, written);
        Fingerprint changed = kept(jdbc, 30);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(kept(jdbc, 30)).isNotEqualTo(changed);
    }

    @Test
    void doesNotTrustAFileThatWasChangedJustBefore() throws IOException {
        JdbcClient jdbc = database();
        Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        now = Instant.now();
        Fingerprint made = kept(jdbc, 30);
        mark(jdbc);
        assertThat(kept(jdbc, 30)).isEqualTo(made);
    }

    @Test
    void showsOneChangedFileOfMany() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.writeString(folder.resolve("p" + i + ".csv"), "a\n" + i + "\n");
        }
        TreeMap<String, DeclaredFiles> declared = new TreeMap<>();
        declared.put("p", DeclaredFiles.matching("p*.csv"));
        Dataset dataset = new FolderSource("s", folder, "owner", Set.of(), declared)
                .datasets()
                .get(0);
        Fingerprint before = Fingerprint.of(dataset);
        assertThat(before.bytes()).isEqualTo(20);
        Files.writeString(folder.resolve("p3.csv"), "a\n7\n");
        assertThat(Fingerprint.of(dataset)).isNotEqualTo(before);
    }
}
