package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import years.InYear;

/** The first run of a new year, as an operator sees it and as an auditor finds it. */
class YearTurnTest {

    @TempDir
    Path folder;

    @Test
    void closesTheOldLogAndRecordsEverythingInTheNewOne() throws IOException {
        Estate estate = Estate.small(folder);
        Command old = in(InYear.Old.class, estate, "run");
        assertThat(old.code()).as(old.err()).isEqualTo(1);
        Command first = in(InYear.New.class, estate, "run");
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        assertThat(first.out()).contains("manual/2027-01-01/1").contains("3 read, 0 unchanged");
        Command second = in(InYear.New.class, estate, "run");
        assertThat(second.out()).contains("0 read, 3 unchanged");

        assertThat(estate.path("var/trail-closed/2026/checkpoint")).exists();
        Command verified = Command.audit("verify", estate.path("var").toString(), "--key", old.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(first.vkey()).isNotEqualTo(old.vkey()).contains("/2027+");

        assertThat(estate.audit("report", "list").out())
                .contains("manual/2026-11-21/1")
                .contains("manual/2027-01-01/2");
        assertThat(findings(estate, "manual_2027-01-01_1"))
                .as("what was open stays open, since the day it was opened")
                .isEqualTo(findings(estate, "manual_2026-11-21_1"))
                .isNotEmpty();
        assertThat(Files.readString(estate.path("var/reports/manual_2027-01-01_1/findings.csv")))
                .contains("2026-11-21");

        Path zip = estate.path("evidence-2026.zip");
        Command bundle = estate.audit("bundle", "--run", "manual/2026-11-21/1", "--out", zip.toString());
        assertThat(bundle.code()).as(bundle.err()).isZero();
        assertThat(Command.audit("verify", zip.toString(), "--key", old.vkey()).code())
                .isZero();
    }

    /** Of each finding its row, which has the rule, and its id. */
    private static List<String> findings(Estate estate, String run) throws IOException {
        return Files.readAllLines(estate.path("var/reports/" + run + "/findings.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .map(cells -> cells.get(0) + "," + cells.get(2))
                .toList();
    }

    private static Command in(Class<?> year, Estate estate, String command) {
        return Command.audit(year, estate.arguments(command));
    }
}
