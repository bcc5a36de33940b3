package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.regime.RuleSanction;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseLine;
import org.trainingaudit.use.UseLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit judge}: verdicts on uses that no register has. */
@Command(
        name = "judge",
        description = {
            "Judge uses under every regime.",
            "Reads JSON Lines {\"id\",\"facts\":{...}} or a CSV or YAML file in the shape of a register; a fact that is"
                    + " absent or null is unknown. Prints one line for each use and regime."
        },
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin
    private PlacesOptions options;

    /** Taken and checked by picocli; there's nothing to ask it. */
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private JsonLinesOption format;

    @Mixin
    private LawOptions law;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--explain",
            description = "Add to each line why: conditions, facts and what would turn each rule. Far slower.")
    private boolean explain;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description = "The file of uses, or - for JSON Lines on standard input.")
    private String file = "-";

    private boolean violations;
    private boolean faults;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = options.laws();
        LawOptions.Bench bench = law.bench(configuration);
        boolean refused = tellRefused(bench);
        read(configuration, line -> answer(line, bench));
        spec.commandLine().getOut().flush();
        if (refused) {
            return ExitCode.WRONG_USE;
        }
        return faults ? ExitCode.INCOMPLETE : violations ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }

    private boolean tellRefused(LawOptions.Bench bench) {
        List<Refusal> refused = bench.judge().refused().stream()
                .filter(refusal -> bench.includes(refusal.regime()))
                .toList();
        refused.forEach(refusal -> spec.commandLine().getErr().println("ERROR: " + refusal.message()));
        return !refused.isEmpty();
    }

    private void read(Configuration configuration, Consumer<UseLine> each) throws IOException {
        if (file.equals("-")) {
            UseLines.read(System.in, "-", configuration.facts(), each);
        } else if (Files.isRegularFile(Path.of(file))) {
            UseLines.read(Path.of(file), configuration.facts(), each);
        } else {
            throw new WrongUse("no such file '" + file + "'");
        }
    }

    private void answer(UseLine line, LawOptions.Bench bench) {
        line.faults().forEach(fault -> {
            faults = true;
            spec.commandLine().getErr().println(fault.text());
        });
        line.use()
                .map(use -> use.withFacts(use.facts().on(bench.moment())))
                .ifPresent(use -> bench.judge().judge(use.facts(), use.doubt().isPresent()).stream()
                        .filter(judgement -> bench.includes(judgement.regime()))
                        .forEach(judgement -> print(use, judgement, bench.judge())));
    }

    private void print(Use use, Judgement judgement, Judge judge) {
        violations |= judgement.verdict() == Verdict.VIOLATION;
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode answer = JSON.createObjectNode()
                .put("use", use.id())
                .put("regime", judgement.regime())
                .put("asOf", judgement.asOf().toString())
                .put("verdict", judgement.verdict().word())
                .put("provisional", judgement.provisional());
        ArrayNode rules = answer.putArray("rules");
        Map<String, List<RuleSanction>> sanctions = judge.sanctions(use.facts(), judgement);
        judgement.rules().forEach(rule -> rules.add(json(rule, sanctions.getOrDefault(rule.rule(), List.of()))));
        if (explain) {
            judge.explain(use.facts(), use.doubt().isPresent(), judgement.regime())
                    .ifPresent(why -> answer.set("explanation", ExplanationJson.regime(why)));
        }
        out.println(answer);
    }

    private static ObjectNode json(RuleOutcome outcome, List<RuleSanction> sanctions) {
        ObjectNode rule = JSON.createObjectNode()
                .put("rule", outcome.rule())
                .put("outcome", outcome.outcome().word())
                .put("reason", outcome.reason().map(reason -> reason.word()).orElse(null))
                .put("citation", outcome.citation());
        ArrayNode missing = rule.putArray("missing");
        outcome.missing().forEach(missing::add);
        rule.put("because", outcome.because());
        if (outcome.outcome() == Outcome.BREACHED) {
            rule.set("sanctions", SanctionJson.of(sanctions));
        }
        return rule;
    }
}
