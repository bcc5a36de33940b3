package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trainingaudit.report.Recorded.OfScan.Stage;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.node.ObjectNode;

/**
 * Folds entries, in the order of the trail, into what stands after them for one run. Of nightly and manual runs the last
 * word counts; a trial's words count for that trial alone.
 */
final class NightFold {

    private final String run;
    private final Map<String, Run> runs = new HashMap<>();
    private Optional<Run> previous = Optional.empty();
    final Latest<Recorded.OfUse> uses;
    final Latest<Recorded.OfVerdict> verdicts;
    final Latest<Recorded.OfColumn> columns;
    final Latest<Recorded.OfScan> reads;
    final Latest<Recorded.OfDependence> dependences;
    final Map<String, Recorded.OfScan> scansOfRun = new HashMap<>();
    final Set<String> datasets = new TreeSet<>(Key::compareAsUtf8);
    final TreeMap<Key, FindingHistory> findings = new TreeMap<>();
    /** By their id, in the order of asking. */
    final Map<String, Recorded.OfWaiver> waivers = new LinkedHashMap<>();

    final TreeMap<Key, Told<Recorded.OfContradiction>> contradictions = new TreeMap<>();
    final Map<String, String> fingerprints = new HashMap<>();
    private final Set<Key> partsSeen = new HashSet<>();

    NightFold(String run) {
        this.run = run;
        this.uses = new Latest<>(run);
        this.verdicts = new Latest<>(run);
        this.columns = new Latest<>(run);
        this.reads = new Latest<>(run);
        this.dependences = new Latest<>(run);
    }

    void add(Entry entry) {
        if (entry.run().equals(run) || !entry.run().startsWith(RunKind.TRIAL.word() + "/")) {
            take(entry);
        }
    }

    private void take(Entry entry) {
        switch (entry.kind()) {
            case "run_open" -> open(Run.of(entry));
            case "use" -> use(entry);
            case "verdict" -> verdict(EntryReader.verdict(entry));
            case "classification" -> column(EntryReader.column(entry));
            case "dataset_open" -> scan(EntryReader.scan(entry, Stage.OPENED));
            case "dataset_skip" -> scan(EntryReader.scan(entry, Stage.SKIPPED));
            case "totals" -> scan(EntryReader.scan(entry, Stage.READ));
            case "finding_open", "finding_close" -> finding(EntryReader.finding(entry));
            case "dependence" -> dependence(EntryReader.dependence(entry));
            case "waiver" -> waiver(EntryReader.waiver(entry));
            case "contradiction" -> contradiction(EntryReader.contradiction(entry));
            default -> {
                // the other kinds say nothing that a report of today shows
            }
        }
    }

    private void open(Run opened) {
        runs.put(opened.key(), opened);
        if (!opened.key().equals(run) && opened.kind() != RunKind.TRIAL) {
            previous = Optional.of(opened);
        }
    }

    /** A use too large for one entry comes in parts, all of them by one run; together they are one use. */
    private void use(Entry entry) {
        Recorded.OfUse use = EntryReader.use(entry);
        Key key = Key.of(use.use());
        boolean further = !partsSeen.add(Key.of(entry.run(), use.use()));
        Optional<Recorded.OfUse> first =
                uses.get(key).filter(last -> further && last.run().equals(entry.run()));
        uses.put(key, first.map(last -> joined(last, use)).orElse(use));
    }

    private static Recorded.OfUse joined(Recorded.OfUse first, Recorded.OfUse further) {
        List<Recorded.StatedFact> facts = new ArrayList<>(first.facts());
        facts.addAll(further.facts());
        List<ObjectNode> bodies = new ArrayList<>(first.bodies());
        bodies.addAll(further.bodies());
        Set<String> notGovernedBy = new HashSet<>(first.notGovernedBy());
        notGovernedBy.addAll(further.notGovernedBy());
        return new Recorded.OfUse(
                first.run(),
                first.ref(),
                first.use(),
                first.dataset(),
                first.training(),
                first.origin(),
                first.state(),
                List.copyOf(facts),
                Set.copyOf(notGovernedBy),
                List.copyOf(bodies));
    }

    private void verdict(Recorded.OfVerdict verdict) {
        verdicts.put(Key.of(verdict.use(), verdict.regime()), verdict);
    }

    private void column(Recorded.OfColumn said) {
        columns.put(Key.of(said.dataset(), said.column(), said.category(), said.detector()), said);
    }

    private void scan(Recorded.OfScan scan) {
        datasets.add(scan.dataset());
        if (!scan.fingerprint().isEmpty()) {
            fingerprints.put(scan.dataset(), scan.fingerprint());
        }
        if (scan.stage() == Stage.READ) {
            reads.put(Key.of(scan.dataset()), scan);
        }
        if (scan.run().equals(run)) {
            scansOfRun.put(scan.dataset(), scan);
        }
    }

    /** Trials neither open nor close findings, whatever one may hold. */
    private void finding(Recorded.OfFinding said) {
        if (!said.run().startsWith(RunKind.TRIAL.word() + "/")) {
            Optional<LocalDate> day = said.openedOn().or(() -> businessDate(said.run()));
            findings.computeIfAbsent(Key.of(said.finding()), key -> new FindingHistory())
                    .add(said, day);
        }
    }

    private void dependence(Recorded.OfDependence said) {
        dependences.put(Key.of(said.use()), said);
    }

    private void waiver(Recorded.OfWaiver waiver) {
        waivers.put(waiver.waiver(), waiver);
    }

    /** What was told, first and last. */
    record Told<R>(R first, R last) {}

    private void contradiction(Recorded.OfContradiction said) {
        contradictions.merge(
                Key.of(said.use(), said.what()),
                new Told<>(said, said),
                (before, now) -> new Told<>(before.first(), now.last()));
    }

    /** The business date of a run, where the entries have its opening. */
    Optional<LocalDate> businessDate(String key) {
        return Optional.ofNullable(runs.get(key)).map(Run::businessDate);
    }

    /** The nightly or manual run before, if there was one. */
    Optional<Run> previous() {
        return previous;
    }

    /** The run that was asked for. */
    Run opened() {
        return Optional.ofNullable(runs.get(run))
                .orElseThrow(() -> new IllegalArgumentException("run '" + run + "' has no run_open in these entries"));
    }
}
