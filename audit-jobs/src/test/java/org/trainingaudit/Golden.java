package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what was printed with an expected file. Where they differ the new text is put under {@code target/golden};
 * running the tests with {@code -Daudit.golden=accept} takes it as the expected one.
 */
final class Golden {

    private static final Path EXPECTED = Path.of("audit-jobs/src/test/resources/expected");
    private static final Path ACTUAL = Path.of("audit-jobs/target/golden");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (!expected.equals(actual)) {
            boolean accept = "accept".equals(System.getProperty("audit.golden"));
            Path target = (accept ? EXPECTED : ACTUAL).resolve(name);
            Files.createDirectories(target.resolveSibling("."));
            Files.writeString(target, actual);
            if (!accept) {
                assertThat(actual)
                        .as("the new text is in %s; accept it with -Daudit.golden=accept", target)
                        .isEqualTo(expected);
            }
        }
    }
}
