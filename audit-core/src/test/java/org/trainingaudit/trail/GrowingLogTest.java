package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.VerifyReport.Result;

/** Verifying a log while a night goes on. */
class GrowingLogTest {

    private final LogInTest log;
    private final Trail trail;
    private int nights;

    GrowingLogTest(@TempDir Path data) {
        log = new LogInTest(data.resolve("var"));
        trail = log.open();
    }

    @BeforeEach
    void begin() {
        seal();
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    /** More entries than a tile has, so that a full one takes the place of a partial one. */
    private void seal() {
        log.record(trail, "nightly/2026-11-2" + nights++, 300);
        trail.seal();
    }

    private VerifyReport sealedOnceListed() {
        try (FolderFiles files = new FolderFiles(log.places.trail())) {
            seal();
            return new LogVerification(files, auditor(), new Alarms()).run();
        }
    }

    private VerifyReport undisturbed() {
        try (FolderFiles files = new FolderFiles(log.places.trail())) {
            return new LogVerification(files, auditor(), new Alarms()).run();
        }
    }

    private Auditor auditor() {
        return new Auditor(VerifyOptions.with(trail.vkey()));
    }

    @Test
    void isReadAnewWhereItWasSealedMeanwhile() {
        assertThat(sealedOnceListed().result()).as("one look alone").isEqualTo(Result.INCOMPLETE);
        AtomicInteger tries = new AtomicInteger();
        VerifyReport report = new GrowingLog(log.places.trail())
                .verify(() -> tries.incrementAndGet() == 1 ? sealedOnceListed() : undisturbed());
        assertThat(report.text()).endsWith("\nverified\n");
        assertThat(tries).hasValue(2);
        assertThat(TrailVerifier.verify(log.places.trail(), VerifyOptions.with(trail.vkey()))
                        .result())
                .isEqualTo(Result.VERIFIED);
    }

    @Test
    void isReportedAsItWasLastFoundWhereItNeverComesToRest() {
        AtomicInteger tries = new AtomicInteger();
        VerifyReport report = new GrowingLog(log.places.trail()).verify(() -> {
            tries.incrementAndGet();
            return sealedOnceListed();
        });
        assertThat(report.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(tries).hasValue(3);
    }

    @Test
    void isReadOnceWhereSomethingIsMissingAndNobodySeals() throws IOException {
        Files.delete(log.places.trail().resolve("tile/0/000"));
        AtomicInteger tries = new AtomicInteger();
        VerifyReport report = new GrowingLog(log.places.trail()).verify(() -> {
            tries.incrementAndGet();
            return undisturbed();
        });
        assertThat(report.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(tries).hasValue(1);
    }

    /** A seal takes away parts of tiles after the full ones are there. */
    @Test
    void hasNoFileThatWasTakenAwayAfterItWasListed() throws IOException {
        try (FolderFiles files = new FolderFiles(log.places.trail())) {
            Files.delete(log.places.trail().resolve("tile/0/000"));
            assertThat(files.read("tile/0/000", 10_000)).isEqualTo(Optional.empty());
        }
    }
}
