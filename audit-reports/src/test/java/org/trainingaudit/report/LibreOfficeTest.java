package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.csv.CsvReader;

/**
 * What LibreOffice makes of the files for Excel: it opens each as a double click would, with the settings that it proposes for
 * such a file, and saves what its cells show. Left out where there is no LibreOffice.
 */
class LibreOfficeTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** Comma, double quote, UTF-8, from the first line on. */
    private static final String AS_PROPOSED = "CSV:44,34,76,1";

    private static final String AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

    @TempDir
    Path folder;

    @Test
    void showsEveryCellAsItWasMeant() throws Exception {
        assumeTrue(isThere("soffice"), "there is no LibreOffice ('soffice') on the path");
        Path written = folder.resolve("night");
        Reports.write(
                TrailFixture.texts(),
                "nightly/2026-11-21",
                TrailFixture.snapshots(),
                new ReportSettings(true),
                written);
        Path shown = folder.resolve("shown");
        convert(written, shown);

        int cells = 0;
        for (Report<?> report : Reports.TABLES) {
            List<List<String>> meant = CsvReader.read(Files.readAllBytes(written.resolve(report.file())));
            List<List<String>> seen = CsvReader.read(Files.readAllBytes(shown.resolve(report.file())));
            assertThat(seen).as(report.file() + ": lines").hasSameSizeAs(meant);
            for (int line = 0; line < meant.size(); line++) {
                for (int cell = 0; cell < meant.get(line).size(); cell++) {
                    String one = meant.get(line).get(cell);
                    String other = cell < seen.get(line).size() ? seen.get(line).get(cell) : "";
                    assertThat(isSame(one, other))
                            .as("%s, line %d, cell %d: '%s' is shown as '%s'", report.file(), line, cell, one, other)
                            .isTrue();
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(1000);
    }

    /** Numbers may lose zeros at their ends, truth is shown in capitals, and a line break is one whatever its bytes. */
    private static boolean isSame(String meant, String seen) {
        boolean numbers =
                NUMBER.matcher(meant).matches() && NUMBER.matcher(seen).matches();
        return numbers
                ? new BigDecimal(meant).compareTo(new BigDecimal(seen)) == 0
                : seen.equals(meant)
                        || ((meant.equals("true") || meant.equals("false")) && seen.equalsIgnoreCase(meant));
    }

    private void convert(Path from, Path to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--infilter=" + AS_PROPOSED,
                "--convert-to",
                AS_SHOWN,
                "--outdir",
                to.toString()));
        Reports.TABLES.forEach(report -> command.add(from.resolve(report.file()).toString()));
        Path said = folder.resolve("said.txt");
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = office.waitFor(5, TimeUnit.MINUTES);
        office.destroyForcibly();
        assertThat(ended)
                .as("LibreOffice ended: %s", Files.readString(said, StandardCharsets.UTF_8))
                .isTrue();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .anyMatch(place -> Files.isExecutable(place.resolve(program)));
    }
}
