package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Scope;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Moment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which law, as of which day and as known when: the same options on every command that judges on one day. */
final class LawOptions {

    @Mixin
    private KnowledgeOptions knowledge;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Read the law as it stands on that date.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--regime", paramLabel = "ID", description = "Only verdicts under that regime. Repeatable.")
    private List<String> regimes = List.of();

    /**
     * A judge for that day.
     *
     * @param moment the day, and up to which day knowledge counts
     * @param only the regimes asked for; all where empty
     */
    record Bench(Judge judge, Moment moment, Set<String> only) {

        boolean includes(String regime) {
            return only.isEmpty() || only.contains(regime);
        }
    }

    /**
     * What a run is asked for.
     *
     * @param sources the sources to look at; all where empty
     */
    RunRequest request(Configuration configuration, Collection<String> sources) {
        return asked(asOf, configuration, sources);
    }

    /** The judge that the options ask for; today's where they name no day. */
    Bench bench(Configuration configuration) {
        // Without the day, because binding the law to it is what comes next.
        RunRequest asked = asked(Optional.empty(), configuration, List.of());
        LocalDate day = asOf.orElseGet(() -> BusinessDate.in(configuration));
        JudgeOptions options = new JudgeOptions(
                        day, asked.assumed(), configuration.settings().regime().unconfirmed())
                .knownAt(asked.knownAt());
        Judge judge = configuration.regimes().judge(options);
        return new Bench(judge, new Moment(day, asked.knownAt()), asked.regimes());
    }

    private RunRequest asked(Optional<LocalDate> day, Configuration configuration, Collection<String> sources) {
        RunRequest asked = new RunRequest(day, knowledge.assumed(), new TreeSet<>(sources), new TreeSet<>(regimes))
                .knownAt(knowledge.knownAt(configuration));
        Scope.check(asked, configuration);
        return asked;
    }
}
