package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.LiveEstate;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ReconciledUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private LawOptions law;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FormatOption format;

    @Parameters(arity = "1", paramLabel = "USE", description = "The use's id, as its register has it.")
    private String id = "";

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        LawOptions.Bench bench = law.bench(configuration);
        LiveEstate estate = LiveEstate.open(
                configuration,
                options.places(),
                bench.moment(),
                spec.commandLine().getErr()::println);
        ReconciledUse use = estate.use(id)
                .orElseThrow(() -> new WrongUse(
                        "no register has a use '" + Printable.text(id) + "'" + Nearest.hint(id, estate.ids())));
        print(use, explanations(use, bench, configuration), bench);
        return tellMissing(estate, bench) ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private static List<Explanation> explanations(
            ReconciledUse use, LawOptions.Bench bench, Configuration configuration) {
        return configuration.regimes().all().stream()
                .map(Regime::id)
                .filter(bench::includes)
                .flatMap(regime -> bench.judge().explain(use.use().facts(), use.weakScan(), regime).stream())
                .toList();
    }

    private void print(ReconciledUse use, List<Explanation> explanations, LawOptions.Bench bench) {
        LocalDate day = bench.moment().asOf();
        Optional<LocalDate> known = bench.moment().knownAt();
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(ExplanationJson.of(use, explanations, day, known));
        } else {
            out.print(new ExplanationText(!bench.only().isEmpty()).text(use, explanations, day, known));
        }
        out.flush();
    }

    private boolean tellMissing(LiveEstate estate, LawOptions.Bench bench) {
        List<String> missing = new ArrayList<>();
        estate.unread().forEach(what -> missing.add("audit: " + what + " could not be read whole"));
        bench.judge().refused().stream()
                .filter(refusal -> bench.includes(refusal.regime()))
                .forEach(refusal -> missing.add("ERROR: " + refusal.message()));
        missing.forEach(spec.commandLine().getErr()::println);
        return !missing.isEmpty();
    }
}
