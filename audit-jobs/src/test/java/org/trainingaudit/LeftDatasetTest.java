package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.nightly.DatasetCheck;

/** A process on whose machine one dataset is another one does all the others, and whoever has it goes on from there. */
class LeftDatasetTest {

    private static final int VIOLATIONS_OPEN = 1;

    @TempDir
    Path folder;

    @Test
    void isLeftUndoneByOneProcessAndDoneByTheNext() throws IOException {
        Estate estate = Estate.small(folder);
        Command left = Command.audit(OtherMachine.class, estate.arguments("run"));
        assertThat(left.code()).as(left.err()).isNotIn(0, VIOLATIONS_OPEN);
        assertThat(left.err()).contains("own/prices", "left to other workers");
        Command finished = estate.audit("run");
        assertThat(finished.code()).as(finished.err()).isEqualTo(VIOLATIONS_OPEN);
        assertThat(finished.err()).contains("scan       done 1 of 1");
        assertThat(Files.readString(only(estate.path("var/reports")).resolve("coverage.csv")))
                .contains("own/prices")
                .doesNotContain("skipped");
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.findFirst().orElseThrow();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    static class OtherMachine {

        @Bean
        DatasetCheck prices() {
            return new DatasetCheck() {
                @Override
                public Optional<Refusal> refusal(Optional<Dataset> dataset, String fingerprint) {
                    return dataset.filter(seen -> seen.id().equals("own/prices"))
                            .map(seen -> new Refusal(Refusal.Reason.REFUSED, "it is another one here"));
                }

                @Override
                public boolean mayLeave(long share) {
                    return true;
                }
            };
        }
    }
}
