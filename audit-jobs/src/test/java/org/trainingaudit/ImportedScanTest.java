package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.TrailReader;

/** What other scanners found is in the trail with its own origin, once as long as it stays, and in the reports from there. */
class ImportedScanTest {

    @TempDir
    Path folder;

    @Test
    void isRecordedWhenItChangesAndReportedFromTheTrail() {
        Estate estate = Estate.small(folder);
        found(estate, "own/prices,item,criminal.record,0.8\nown/prices,price,contact.email,0.95\n");
        estate.write(
                "config/collect.yaml", "scanResults: [{tool: csv, file: " + folder.resolve("scans/other.csv") + "}]\n");
        run(estate);
        assertThat(imported(estate)).hasSize(2);
        assertThat(inventory(estate))
                .anySatisfy(row -> assertThat(row)
                        .contains("own/prices", ",criminal.record,", ",imported,csv,", "scans/other.csv"));
        assertThat(rows(estate, "categories.csv"))
                .anySatisfy(
                        row -> assertThat(row).contains("criminal.record/own").endsWith(",own,1,,false"));

        found(estate, "own/prices,price,contact.email,0.95\nown/prices,cut\n");
        run(estate);
        assertThat(imported(estate))
                .as("what is the same adds nothing, and what can't be read may still hold it")
                .hasSize(2);
        assertThat(inventory(estate)).anySatisfy(row -> assertThat(row).contains(",criminal.record,"));
        assertThat(entries(estate, "quarantine"))
                .filteredOn(entry -> entry.body().text("partition").equals("documents"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body().text("unit")).isEqualTo("other.csv"));

        found(estate, "own/prices,price,contact.email,0.95\n");
        run(estate);
        assertThat(inventory(estate))
                .noneSatisfy(row -> assertThat(row).contains(",criminal.record,"))
                .anySatisfy(row -> assertThat(row).contains("own/prices", ",contact.email,"));
        assertThat(Command.audit("verify", estate.path("var/trail").toString()).code())
                .isEqualTo(5);
    }

    @Test
    void isReadAnewByEachRunOfAProgramThatGoesOn() throws InterruptedException {
        Estate estate = Estate.small(folder);
        found(estate, "");
        estate.write(
                "config/collect.yaml", "scanResults: [{tool: csv, file: " + folder.resolve("scans/other.csv") + "}]\n");
        try (Served served = Served.of(estate)) {
            run(served);
            assertThat(rows(estate, "reconciliation.csv")).noneMatch(row -> row.contains("criminal.record"));

            found(estate, "own/patients,病名,criminal.record,0.95\n");
            run(served);
            assertThat(rows(estate, "reconciliation.csv"))
                    .anySatisfy(row -> assertThat(row).contains(",u1,", "criminal.record"));
        }
    }

    private static void run(Served served) throws InterruptedException {
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), By.local(), Optional.empty());
        operations.awaitIdle();
    }

    private static void run(Estate estate) {
        Command run = estate.audit("run");
        assertThat(run.out()).as(run.err()).contains("Reports:");
    }

    private static void found(Estate estate, String rows) {
        estate.write("scans/other.csv", "dataset,column,category,confidence\n" + rows);
    }

    private static List<EntryText> imported(Estate estate) {
        return entries(estate, "classification").stream()
                .filter(entry -> entry.body().text("evidence").equals("imported"))
                .toList();
    }

    private static List<EntryText> entries(Estate estate, String kind) {
        TrailReader trail = TrailReader.of(estate.path("var/trail"));
        List<EntryText> all = new ArrayList<>();
        trail.texts(trail.checkpoint().checkpoint().size()).forEach(all::add);
        return all.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private static List<String> inventory(Estate estate) {
        return rows(estate, "inventory.csv");
    }

    private static List<String> rows(Estate estate, String report) {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return Files.readAllLines(
                    runs.sorted().toList().get((int) count(estate) - 1).resolve(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Estate estate) throws IOException {
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            return runs.count();
        }
    }
}
