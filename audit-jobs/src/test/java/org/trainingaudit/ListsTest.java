package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that list things, where there are none. */
class ListsTest {

    @TempDir
    static Path folder;

    private static Estate estate;

    @BeforeAll
    static void makeEstate() {
        estate = Estate.small(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "jobs, list, There are no runs.",
        "jobs, recover, Nothing to recover.",
        "report, list, There are no reports.",
        "waiver, list, There are no waivers.",
        "attest, list, There are no attestations.",
        "review, list, There are no reviews."
    })
    void sayThatThereAreNone(String command, String list, String said) {
        Command people = estate.audit(command, list);
        assertThat(people.code()).as(people.err()).isZero();
        assertThat(people.out().lines()).containsExactly(said);
        Command programs = estate.audit(command, list, "--format", "json");
        assertThat(programs.code()).as(programs.err()).isZero();
        assertThat(programs.out()).as("a program reads an empty list").isEmpty();
        assertThat(programs.err().lines()).contains(said);
    }
}
