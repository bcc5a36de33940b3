package org.trainingaudit.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.report.NightFold.Told;
import org.trainingaudit.report.Recorded.OfColumn;
import org.trainingaudit.report.Recorded.OfContradiction;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.OfVerdict;

/** All that the reports of one run rest on: what stands in the trail for it, within what it looks at. */
final class Night {

    private final NightFold fold;
    private final Run run;
    private final Vocabulary vocabulary;
    private final Estate estate;
    private final LawText law;
    private final Organisations organisations;
    private final ConfigFiles configuration;
    private final List<Coverage.Line> coverage;
    private final List<NextChanges.Day> nextDays;
    private final List<NextChanges.Change> changes;

    Night(NightFold fold, ConfigFiles configuration) {
        this.fold = fold;
        this.run = fold.opened();
        this.vocabulary = new Vocabulary(configuration);
        this.estate = new Estate(configuration);
        this.law = new LawText(configuration);
        this.organisations = Organisations.of(configuration);
        this.configuration = configuration;
        this.coverage = new Coverage(fold, run, estate).lines();
        NextChanges next = new NextChanges(configuration, run);
        this.nextDays = next.days();
        this.changes = next.of(uses(), weak());
    }

    /** The uses whose scan can't support a clean verdict. */
    private Set<String> weak() {
        Set<String> weak = new HashSet<>();
        verdicts().stream()
                .filter(said ->
                        said.rules().stream().anyMatch(rule -> rule.reason().equals("weak-scan")))
                .forEach(said -> weak.add(said.use()));
        return weak;
    }

    /** The days of the laws' next steps, soonest first. */
    List<NextChanges.Day> nextDays() {
        return nextDays;
    }

    /** What those days change. */
    List<NextChanges.Change> changes() {
        return changes;
    }

    /** The version of a regime by which the run judged; empty where nothing was said under it. */
    String sha256Of(String regime) {
        return configuration
                .file("regimes/" + regime + ".yaml")
                .map(file -> Sha256.hex(file.bytes()))
                .orElse("");
    }

    Run run() {
        return run;
    }

    /** The nightly or manual run before it. */
    Optional<Run> previous() {
        return fold.previous();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Each dataset that the run covers, by id. */
    List<Coverage.Line> coverage() {
        return coverage;
    }

    /** The uses that aren't over, by id. */
    List<OfUse> uses() {
        return fold.uses.all().stream()
                .filter(use -> !use.ended() && run.covers(use.dataset()))
                .toList();
    }

    Optional<OfUse> use(String id) {
        return fold.uses.get(Key.of(id));
    }

    /** On whom a use depends; nothing where no run has said it. */
    Optional<Recorded.OfDependence> dependence(String use) {
        return fold.dependences.get(Key.of(use));
    }

    /** The verdicts that stand, by use and regime; those that say the regime doesn't govern the use are left out. */
    List<OfVerdict> verdicts() {
        return standing(fold.verdicts.all(), fold.uses.all()).toList();
    }

    /** The verdicts that stood before the run. */
    List<OfVerdict> verdictsBefore() {
        return standing(fold.verdicts.allBefore(), fold.uses.allBefore()).toList();
    }

    private Stream<OfVerdict> standing(Collection<OfVerdict> verdicts, Collection<OfUse> uses) {
        Set<Key> over = new HashSet<>();
        for (OfUse use : uses) {
            Stream<String> regimes = use.ended() ? run.regimes().stream() : use.notGovernedBy().stream();
            regimes.forEach(regime -> over.add(Key.of(use.use(), regime)));
        }
        return verdicts.stream()
                .filter(verdict -> verdict.verdict() != Verdict.NOT_APPLICABLE)
                .filter(verdict -> run.regimes().contains(verdict.regime()) && run.covers(verdict.dataset()))
                .filter(verdict -> !over.contains(Key.of(verdict.use(), verdict.regime())));
    }

    /** Whether the regime governs the use, as the use's own entry and the verdicts have it. */
    boolean governs(String regime, OfUse use) {
        return !use.notGovernedBy().contains(regime)
                && fold.verdicts
                        .get(Key.of(use.use(), regime))
                        .filter(said -> said.verdict() == Verdict.NOT_APPLICABLE)
                        .isEmpty();
    }

    /** The day on which a run's words were said, as its business date. */
    String dayOf(String key) {
        return fold.businessDate(key).map(Object::toString).orElse("");
    }

    /** The columns in which something was found, by dataset, column, category and detector. */
    List<OfColumn> columns() {
        return fold.columns.all().stream()
                .filter(column -> column.found() && run.covers(column.dataset()) && estate.declares(column.dataset()))
                .toList();
    }

    /** The findings under what the run looks at, by id. */
    List<FindingLine> findings() {
        return fold.findings.values().stream()
                .map(history -> new FindingLine(
                        history,
                        fold.waivers.values().stream()
                                .filter(waiver -> waiver.covers(history.last()))
                                .toList(),
                        run))
                .filter(this::concerns)
                .toList();
    }

    private boolean concerns(FindingLine line) {
        String dataset = use(line.last().use()).map(OfUse::dataset).orElse("");
        return !run.restricted() || (run.regimes().contains(line.last().regime()) && run.covers(dataset));
    }

    /** What contradicts what, by use and claim, within what the run looks at. */
    List<Told<OfContradiction>> contradictions() {
        return fold.contradictions.values().stream()
                .filter(told -> use(told.last().use())
                        .filter(use -> !use.ended() && run.covers(use.dataset()))
                        .isPresent())
                .toList();
    }

    /** What the dataset looked like when it was last read; empty where nothing says so. */
    String fingerprint(String dataset) {
        return fold.fingerprints.getOrDefault(dataset, "");
    }

    /** The verdict of a pair, if one stands. */
    Optional<OfVerdict> verdict(String use, String regime) {
        return fold.verdicts.get(Key.of(use, regime));
    }

    LawText law() {
        return law;
    }

    Organisations organisations() {
        return organisations;
    }

    Estate estate() {
        return estate;
    }

    ConfigFiles configuration() {
        return configuration;
    }

    /** The regimes that the configuration has and the run doesn't judge by, where it isn't meant to leave any out. */
    List<String> notJudged() {
        return run.restricted()
                ? List.of()
                : vocabulary.regimes().stream()
                        .filter(regime -> !run.regimes().contains(regime))
                        .toList();
    }
}
