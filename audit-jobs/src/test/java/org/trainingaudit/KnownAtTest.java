package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import years.InYear;

/** A verdict of the past, asked for again after the register has changed. */
class KnownAtTest {

    private static final String DAY = "2026-11-21";

    @TempDir
    Path folder;

    @Test
    void givesTheVerdictsAgainThatANightGave() throws IOException {
        Estate estate = Estate.small(folder);
        Command night = Command.audit(InYear.Old.class, estate.arguments("run"));
        assertThat(night.code()).as(night.err()).isEqualTo(1);
        List<String> then = verdicts(estate, "manual_2026-11-21_1");

        String register = Files.readString(estate.path("data/register.csv"));
        estate.write(
                "data/register.csv",
                register.replace("contact,false,false,false,true,identified", "contact,true,true,true,false,anonymous")
                        .replace("contact,true,true,,,identified", "contact,false,true,,,identified"));
        assertThat(Files.readString(estate.path("data/register.csv"))).isNotEqualTo(register);

        Command now = estate.audit("run", "--as-of", DAY, "--new");
        assertThat(now.code()).as(now.err()).isLessThanOrEqualTo(1);
        assertThat(verdicts(estate, newest(estate))).as("what is known now").isNotEqualTo(then);
        Command again = estate.audit("run", "--as-of", DAY, "--known-at", DAY);
        assertThat(again.code()).as(again.err()).isLessThanOrEqualTo(1);
        assertThat(verdicts(estate, newest(estate))).as("what was known then").isEqualTo(then);

        Command explained = estate.audit("explain", "u1", "--regime", "jp-appi", "--as-of", DAY, "--known-at", DAY);
        assertThat(explained.out()).contains("later knowledge").contains("violation");
    }

    private static String newest(Estate estate) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.filter(run -> run.toString().contains("trial"))
                    .max(Path::compareTo)
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
    }

    /** Use and regime, verdict, rules breached and missing facts of each row. */
    private static List<String> verdicts(Estate estate, String run) throws IOException {
        List<String> lines = Files.readAllLines(estate.path("var/reports/" + run + "/verdicts.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        List<Integer> wanted = Stream.of("row_id", "verdict", "rules_breached", "rules_review", "missing_facts")
                .map(header::indexOf)
                .toList();
        assertThat(wanted).doesNotContain(-1);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> wanted.stream().map(i -> cells[i]).toList().toString())
                .toList();
    }
}
