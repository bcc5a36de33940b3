package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trainingaudit.csv.FormulaGuard;
import org.trainingaudit.dataset.DataFile;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.detection.Classification;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.FileScan;
import org.trainingaudit.operate.FileScan.ScannedFile;
import org.trainingaudit.setup.ConfigurationParts;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit scan}: what kinds of personal data stand in files. */
@Command(
        name = "scan",
        description = {
            "Classify the columns of files, or of all files in folders. Reads every row; prints no value.",
            "Reads CSV, TSV, JSON, JSON Lines, Parquet, xlsx, text and Markdown, as they are or inside gzip or zstd, and tells"
                    + " format, encoding and layout by itself. Tables of databases are scanned by 'audit run', from"
                    + " config/sources.yaml."
        },
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double THOUSAND = 1000;

    @Mixin
    private PlacesOptions options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--checklist",
            paramLabel = "ID",
            description = "Also say which of the identifiers of a checklist in config/checklists are there, such as"
                    + " hipaa-safe-harbor; with the formats table and json.")
    private Optional<String> checklist = Optional.empty();

    private Optional<Checked> checked = Optional.empty();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders, or patterns in quotes, such as 'data/**.csv'.")
    private List<Path> paths = List.of();

    /** A checklist with what it needs. */
    private record Checked(Checklist list, ConfigurationParts parts) {}

    private static Checked checked(ConfigurationParts parts, String id) {
        Checklists lists = parts.checklists();
        List<String> ids = lists.all().stream().map(Checklist::id).toList();
        Checklist list = lists.find(id)
                .orElseThrow(() ->
                        new WrongUse("there is no checklist '" + id + "'; expected one of " + String.join(", ", ids)));
        return new Checked(list, parts);
    }

    @Override
    public Integer call() throws IOException {
        if (checklist.isPresent() && format == OutputFormat.CSV) {
            throw new WrongUse("--checklist goes with --format table or json; a run writes checklists.csv");
        }
        ConfigurationParts parts = ConfigurationParts.of(options.places());
        checked = checklist.map(id -> checked(parts, id));
        Detectors detectors = parts.detectors();
        if (!detectors.blind().isEmpty()) {
            spec.commandLine().getErr().println("WARN: " + detectors.blindness());
        }
        FileScan scan = new FileScan(detectors);
        ScanTable table = new ScanTable(out());
        int refused = 0;
        List<ScannedFile> scanned = new ArrayList<>();
        for (DataFile file : FileScan.files(paths)) {
            try {
                print(scan.scan(file), table, scanned);
            } catch (RefusedException e) {
                refused++;
                spec.commandLine().getErr().println("ERROR: " + e.getMessage());
            }
        }
        if (format == OutputFormat.CSV) {
            csv(scanned);
        } else if (format == OutputFormat.TABLE) {
            table.end(refused);
        }
        spec.commandLine().getOut().flush();
        return refused > 0 ? ExitCode.WRONG_USE : ExitCode.DONE;
    }

    private void print(ScannedFile file, ScanTable table, List<ScannedFile> later) {
        switch (format) {
            case JSON -> {
                ObjectNode answer = json(file);
                checked.ifPresent(one -> ChecklistText.json(one.list(), file.answers(one.list(), one.parts()), answer));
                out().println(answer);
            }
            case TABLE -> {
                table.add(file);
                checked.ifPresent(
                        one -> out().print(ChecklistText.table(one.list(), file.answers(one.list(), one.parts()))));
            }
            case CSV -> later.add(file);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static ObjectNode json(ScannedFile file) {
        ObjectNode answer = JSON.createObjectNode()
                .put("dataset", file.dataset())
                .put("rows", file.read())
                .put("rejected", file.rejected())
                .put("complete", file.complete());
        ArrayNode columns = answer.putArray("columns");
        for (ColumnProfile column : file.columns()) {
            ArrayNode categories =
                    columns.addObject().put("name", column.name()).putArray("categories");
            column.classifications().forEach(found -> categories.add(json(found)));
        }
        return answer;
    }

    private static ObjectNode json(Classification found) {
        return JSON.createObjectNode()
                .put("category", found.category())
                .put("share", rounded(found.share()))
                .put("matches", found.matches())
                .put("confidence", rounded(found.confidence()))
                .put("evidence", found.evidence().name().toLowerCase(Locale.ROOT))
                .put("detector", found.detector());
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    private void csv(List<ScannedFile> files) throws IOException {
        CSVFormat csv = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "dataset",
                        "rows",
                        "rejected",
                        "complete",
                        "column",
                        "category",
                        "share",
                        "matches",
                        "confidence",
                        "evidence",
                        "detector")
                .get();
        CSVPrinter printer = new CSVPrinter(out(), csv);
        for (ScannedFile file : files) {
            for (ColumnProfile column : file.columns()) {
                for (Classification found : column.classifications()) {
                    printer.printRecord(
                            guarded(file.dataset()),
                            file.read(),
                            file.rejected(),
                            file.complete(),
                            guarded(column.name()),
                            found.category(),
                            rounded(found.share()),
                            found.matches(),
                            rounded(found.confidence()),
                            found.evidence().name().toLowerCase(Locale.ROOT),
                            found.detector());
                }
            }
        }
        printer.flush();
    }

    private static String guarded(String name) {
        return FormulaGuard.guard(name);
    }
}
