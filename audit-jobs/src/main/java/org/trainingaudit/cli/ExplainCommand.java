package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.LiveEstate;
import org.trainingaudit.operate.Scope;
import org.trainingaudit.operate.Today;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Moment;
import org.trainingaudit.use.ReconciledUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit explain}: why the law says of a use what it says. */
@Command(
        name = "explain",
        description = {
            "Explain the verdicts on one use of the registers, rule by rule.",
            "Shows for each rule its citation, step and revision, each condition with the facts it reads, their origin and"
                    + " date, and the smallest sets of facts that would turn the outcome. Regimes that don't govern the"
                    + " use, and rules that don't concern it, get one line, unless --regime is given.",
            "Needs no earlier run: reads the registers and the use's dataset, in memory, and leaves nothing behind."
        },
        footer = {
            "",
            "Exit codes: 0 done; 2 wrong use or configuration; 3 the dataset or a register could not be read, or a regime"
                    + " not be judged."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Read the law as it stands on that date.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "Count only what was known on that date: facts recorded, and dates of laws read, by then.")
    private Optional<LocalDate> knownAt = Optional.empty();

    @Option(
            names = "--assume",
            paramLabel = "STEP=DATE",
            description = "Take an uncertain step on that date, such as jp-appi-2026.main=2028-07-16. Repeatable.")
    private Map<String, LocalDate> assumed = Map.of();

    @Option(names = "--regime", paramLabel = "ID", description = "Only under that regime. Repeatable.")
    private List<String> regimes = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    @Parameters(arity = "1", paramLabel = "USE", description = "The use's id, as its register has it.")
    private String id = "";

    @Override
    public Integer call() {
        if (format == OutputFormat.CSV) {
            throw new WrongUse("an explanation is a tree; --format is table or json");
        }
        Configuration configuration = options.configuration();
        Set<String> only = new TreeSet<>(regimes);
        LocalDate day = asOf.orElseGet(() -> Today.in(configuration));
        Moment moment = new Moment(day, Today.lookBack(knownAt, configuration));
        Scope.check(new RunRequest(Optional.of(day), assumed, Set.of(), only).knownAt(moment.knownAt()), configuration);
        Judge judge = configuration
                .regimes()
                .judge(new JudgeOptions(
                                day, assumed, configuration.settings().regime().unconfirmed())
                        .knownAt(moment.knownAt()));
        LiveEstate estate = LiveEstate.open(
                configuration, options.places(), moment, spec.commandLine().getErr()::println);
        ReconciledUse use = estate.use(id)
                .orElseThrow(() -> new WrongUse(
                        "no register has a use '" + Printable.text(id) + "'" + Nearest.hint(id, estate.ids())));
        print(use, explanations(use, judge, configuration, only), day, moment.knownAt());
        return tellMissing(estate, judge, only) ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private static List<Explanation> explanations(
            ReconciledUse use, Judge judge, Configuration configuration, Set<String> only) {
        return configuration.regimes().all().stream()
                .map(Regime::id)
                .filter(regime -> only.isEmpty() || only.contains(regime))
                .flatMap(regime -> judge.explain(use.use().facts(), use.weakScan(), regime).stream())
                .toList();
    }

    private void print(ReconciledUse use, List<Explanation> explanations, LocalDate day, Optional<LocalDate> known) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == OutputFormat.JSON) {
            out.println(ExplanationJson.of(use, explanations, day, known));
        } else {
            out.print(new ExplanationText(!regimes.isEmpty()).text(use, explanations, day, known));
        }
        out.flush();
    }

    private boolean tellMissing(LiveEstate estate, Judge judge, Set<String> only) {
        List<String> missing = new ArrayList<>();
        estate.unread().forEach(what -> missing.add("audit: " + what + " could not be read whole"));
        judge.refused().stream()
                .filter(refusal -> only.isEmpty() || only.contains(refusal.regime()))
                .forEach(refusal -> missing.add("ERROR: " + refusal.message()));
        missing.forEach(spec.commandLine().getErr()::println);
        return !missing.isEmpty();
    }
}
