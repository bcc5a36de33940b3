package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an option that is no day, span or number is told. */
class SpellingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run --as-of 2026-13-01                  | --as-of   | '2026-13-01' is no day that there is; expected YYYY-MM-DD",
                "compare --from 21/11/2026               | --from    | '21/11/2026' is no day that there is; expected YYYY-MM-DD",
                "run --known-at today                    | --known-at | 'today' is no day that there is",
                "run --assume jp-appi-2026.main=tomorrow | --assume  | 'tomorrow' is no day that there is",
                "check --watch --for 30m                 | --for     | '30m' is no span of time; expected ISO 8601's form, such as PT30M",
                "serve --port http                       | --port    | 'http' is no whole number; expected one such as 8080",
            })
    void namesWhatIsExpectedAndNoClass(String words, String option, String fault) {
        Command command = Command.audit(words.split(" "));
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err().lines().findFirst().orElse(""))
                .startsWith("Invalid value for option '" + option)
                .contains(fault)
                .doesNotContain("java.", "Exception");
    }
}
