package org.trainingaudit.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.CaseResult;
import org.trainingaudit.regime.Cases;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.regime.Regime;

/**
 * What a check of the configuration came to.
 *
 * @param faults what is wrong in the files
 * @param cases what came of each case
 * @param refusals regimes that can't be judged today, because a step should have come and has no date
 * @param blindness what detectors that don't find their own examples mean for a scan; empty where all do
 * @param summary what was checked, in a line
 */
public record Check(Faults faults, List<CaseResult> cases, List<Refusal> refusals, String blindness, String summary) {

    /** Checks the folder as it is now. */
    public static Check of(Places places) {
        return of(places, Clock.systemUTC());
    }

    static Check of(Places places, Clock clock) {
        return CheckedSet.read(places, clock).check();
    }

    /** Runs the cases of what was loaded. */
    static Check of(Configuration configuration, Faults faults, Clock clock) {
        List<CaseResult> results = Cases.load(
                        configuration.files(), configuration.regimes(), configuration.facts(), faults)
                .run();
        LocalDate today = configuration.settings().nightly().today(clock);
        JudgeOptions options = new JudgeOptions(
                today, Map.of(), configuration.settings().regime().unconfirmed());
        List<Refusal> refusals = configuration.regimes().judge(options).refused();
        return new Check(
                faults,
                results,
                refusals,
                configuration.detectors().blindness(),
                summary(configuration, results, faults));
    }

    /** A configuration that couldn't even be loaded. */
    static Check nothing(Faults faults) {
        return new Check(faults, List.of(), List.of(), "", "nothing could be checked");
    }

    /** All that is wrong, one text each, as an operator reads it. */
    public List<String> wrongs() {
        List<String> wrongs = new ArrayList<>();
        faults.all().forEach(fault -> wrongs.add(fault.text()));
        failedCases().forEach(failed -> wrongs.add(failed.text()));
        refusals.forEach(refusal -> wrongs.add("ERROR: " + refusal.message()));
        return List.copyOf(wrongs);
    }

    /** What a run could be done with, though not to its end. */
    public List<String> warnings() {
        return blindness.isEmpty() ? List.of() : List.of("WARN: " + blindness);
    }

    private static String summary(Configuration configuration, List<CaseResult> results, Faults faults) {
        List<Regime> regimes = configuration.regimes().all();
        long rules = regimes.stream().mapToLong(regime -> regime.rules().size()).sum();
        long passed = results.stream().filter(CaseResult::passed).count();
        return count(configuration.taxonomy().ids().size(), "category", "categories") + ", "
                + count(configuration.facts().names().size(), "fact", "facts") + ", "
                + count(configuration.detectors().ids().size(), "detector", "detectors") + ", "
                + count(configuration.sources().all().size(), "source", "sources") + ", "
                + count(regimes.size(), "regime", "regimes") + " with " + count(rules, "rule", "rules") + "; "
                + passed + " of " + count(results.size(), "case", "cases") + " passed, "
                + count(faults.all().size(), "fault", "faults");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** The cases that did not say what their author wrote. */
    public List<CaseResult> failedCases() {
        return cases.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether a run could use it and the law says what its cases say. */
    public boolean isSound() {
        return faults.isEmpty() && failedCases().isEmpty() && refusals.isEmpty();
    }
}
