package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.trainingaudit.csv.CsvDialect;
import org.trainingaudit.operate.ChangeReport;
import org.trainingaudit.operate.Comparer;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.LiveEstate;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Moment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit compare}: what changes between two days, for which use, and by which rule. */
@Command(
        name = "compare",
        description = {
            "Compare what the law says of every use on two dates.",
            "Groups pairs of use and regime into newly unlawful, newly lawful, newly uncertain and unchanged, by the later"
                    + " verdict where the two differ (unlawful = violation; uncertain = needs-review; lawful = compliant,"
                    + " not-yet-applicable, not-applicable), and names the rules that did it.",
            "A step whose day isn't fixed is taken on the last day on which it can come where that lies between the dates,"
                    + " and said to be. Only what is law on a date counts on it: a law that 'audit run' shows in preview"
                    + " is here not-yet-applicable until it starts.",
            "Facts count as they are true on the earlier date, on both dates, so that what differs is the law.",
            "Needs no earlier run: reads the registers and the datasets that they name, in memory, and leaves nothing"
                    + " behind.",
        },
        footer = {
            "",
            "Exit codes: 0 done; 2 wrong use or configuration; 3 a register or a dataset could not be read, and what is"
                    + " said of its uses is at best uncertain."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Mixin
    private KnowledgeOptions knowledge;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The earlier date.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The later date.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--all",
            description = "Also list the pairs that don't change; for CSV and JSON. Keeps all of them in memory.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Moment moment = new Moment(from, knowledge.knownAt(configuration));
        Comparer comparer = Comparer.of(
                configuration.regimes(),
                from,
                to,
                knowledge.assumed(),
                configuration.settings().regime().unconfirmed(),
                moment.knownAt());
        LiveEstate estate = LiveEstate.open(
                configuration, options.places(), moment, spec.commandLine().getErr()::println);
        ChangeReport report = comparer.compare(estate, all);
        print(report, configuration);
        estate.unread()
                .forEach(what -> spec.commandLine()
                        .getErr()
                        .println("audit: " + what + " could not be read whole; its uses are at best uncertain"));
        return estate.unread().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void print(ChangeReport report, Configuration configuration) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> out.print(new ChangeTable(configuration.regimes()).text(report));
            case JSON -> out.println(ChangeJson.of(report));
            case CSV -> out.print(new String(ChangeCsv.of(report).bytes(CsvDialect.PLAIN), StandardCharsets.UTF_8));
        }
        out.flush();
    }
}
