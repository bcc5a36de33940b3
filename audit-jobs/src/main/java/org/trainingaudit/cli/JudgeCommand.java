package org.trainingaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.Scope;
import org.trainingaudit.operate.Today;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.regime.RuleSanction;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Moment;
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
        boolean refused = tellRefused(judge, only);
        read(configuration, line -> answer(line, judge, moment, only));
        spec.commandLine().getOut().flush();
        if (refused) {
            return ExitCode.WRONG_USE;
        }
        return faults ? ExitCode.INCOMPLETE : violations ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }

    private boolean tellRefused(Judge judge, Set<String> only) {
        List<Refusal> refused = judge.refused().stream()
                .filter(refusal -> only.isEmpty() || only.contains(refusal.regime()))
                .toList();
        refused.forEach(refusal -> spec.commandLine().getErr().println("ERROR: " + refusal.message()));
        return !refused.isEmpty();
    }

    private void read(Configuration configuration, java.util.function.Consumer<UseLine> each) throws IOException {
        if (file.equals("-")) {
            UseLines.read(System.in, "-", configuration.facts(), each);
        } else if (Files.isRegularFile(Path.of(file))) {
            UseLines.read(Path.of(file), configuration.facts(), each);
        } else {
            throw new WrongUse("no such file '" + file + "'");
        }
    }

    private void answer(UseLine line, Judge judge, Moment moment, Set<String> only) {
        line.faults().forEach(fault -> {
            faults = true;
            spec.commandLine().getErr().println(fault.text());
        });
        line.use()
                .map(use -> use.withFacts(use.facts().on(moment)))
                .ifPresent(use -> judge.judge(use.facts(), use.doubt().isPresent()).stream()
                        .filter(judgement -> only.isEmpty() || only.contains(judgement.regime()))
                        .forEach(judgement -> print(use, judgement, judge)));
    }

    private void print(Use use, Judgement judgement, Judge judge) {
        violations |= judgement.verdict() == Verdict.VIOLATION;
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode answer = JSON.createObjectNode()
                .put("use", use.id())
                .put("regime", judgement.regime())
                .put("asOf", judgement.asOf().toString())
                .put("verdict", judgement.verdict().key())
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
                .put("outcome", outcome.outcome().key())
                .put("reason", outcome.reason().map(reason -> reason.key()).orElse(null))
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
