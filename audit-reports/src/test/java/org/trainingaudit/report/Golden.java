package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares what was written with an expected file. A difference is printed and the new text put under {@code
 * target/golden}; running the tests with {@code -Daudit.golden=accept} takes it as the expected one.
 */
final class Golden {

    private static final Path EXPECTED = Path.of("src/test/resources/org/trainingaudit/report/expected");
    private static final Path ACTUAL = Path.of("target/golden");
    private static final int DIFFERENCES_SHOWN = 10;

    private Golden() {}

    static void check(String name, byte[] written) throws IOException {
        String actual = new String(written, StandardCharsets.UTF_8);
        Path expectedFile = EXPECTED.resolve(name);
        String expected = Files.exists(expectedFile) ? Files.readString(expectedFile) : "";
        if (expected.equals(actual)) {
            return;
        }
        boolean accept = "accept".equals(System.getProperty("audit.golden"));
        Path target = (accept ? EXPECTED : ACTUAL).resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, actual);
        if (!accept) {
            fail("%s differs from what is expected; the new text is %s; accept it with -Daudit.golden=accept%n%s"
                    .formatted(name, target, difference(expected, actual)));
        }
    }

    private static String difference(String expected, String actual) {
        List<String> was = List.of(expected.split("\n", -1));
        List<String> is = List.of(actual.split("\n", -1));
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < Math.max(was.size(), is.size()) && shown < DIFFERENCES_SHOWN; i++) {
            String left = i < was.size() ? was.get(i) : "(no line)";
            String right = i < is.size() ? is.get(i) : "(no line)";
            if (!left.equals(right)) {
                shown++;
                text.append("line ")
                        .append(i + 1)
                        .append("\n- ")
                        .append(left)
                        .append("\n+ ")
                        .append(right)
                        .append('\n');
            }
        }
        return text.toString();
    }
}
