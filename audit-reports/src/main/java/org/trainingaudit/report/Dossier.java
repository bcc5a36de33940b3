package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.NextChanges.Change;
import org.trainingaudit.report.Recorded.OfContradiction;
import org.trainingaudit.report.Recorded.OfDependence;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.trail.EntryText;

/**
 * All that a trail says of one use. Entries come in the order of the trail; of those that were overtaken since nothing is
 * read.
 */
final class Dossier {

    /** What was told, first and last. */
    record Told<R>(R first, R last) {}

    private final Night night;
    private final String id;
    private final ToldUse told;
    private final ToldVerdicts verdicts;
    private final Said dependence = new Said();
    private final TreeMap<String, List<EntryText>> findings = new TreeMap<>(Key::compareAsUtf8);
    private final TreeMap<String, Told<EntryText>> contradictions = new TreeMap<>(Key::compareAsUtf8);
    private Optional<Optional<OfDependence>> dependsOn = Optional.empty();
    private Optional<List<OfVerdict>> standing = Optional.empty();
    private Optional<List<String>> governing = Optional.empty();
    private Optional<List<FindingLine>> lines = Optional.empty();
    private Optional<List<Change>> changes = Optional.empty();

    Dossier(Night night, String id, UseReader reader) {
        this.night = night;
        this.id = id;
        this.told = new ToldUse(night.run().key(), reader);
        this.verdicts = new ToldVerdicts(night.run(), reader);
    }

    void add(Stored.Put put) {
        EntryText entry = put.entry();
        switch (entry.kind()) {
            case "use" -> told.add(entry);
            case "verdict" -> verdicts.add(put.about(), entry);
            case "dependence" -> dependence.put(entry, run().key());
            case "contradiction" ->
                contradictions.merge(
                        put.about(), new Told<>(entry, entry), (before, now) -> new Told<>(before.first(), now.last()));
            default ->
                findings.computeIfAbsent(put.about(), finding -> new ArrayList<>())
                        .add(entry);
        }
    }

    private Run run() {
        return night.run();
    }

    Night night() {
        return night;
    }

    /** The use's id. */
    String id() {
        return id;
    }

    /** The use as it stands, also where it's over; empty where the trail has words about it only. */
    Optional<OfUse> use() {
        return told.now();
    }

    /** The use, where it isn't over and the run covers it. */
    Optional<OfUse> living() {
        return use().filter(some -> !some.ended() && run().covers(some.dataset()));
    }

    /** On whom the use depends; nothing where no run has said it. */
    Optional<OfDependence> dependence() {
        if (dependsOn.isEmpty()) {
            dependsOn = Optional.of(dependence.now().map(EntryReader::dependence));
        }
        return dependsOn.get();
    }

    /** The last verdict of that regime, if it ever gave one. */
    Optional<OfVerdict> verdict(String regime) {
        return Optional.ofNullable(verdicts.last().get(regime));
    }

    /** The verdicts that stand, by regime; those that say the regime doesn't govern the use are left out. */
    List<OfVerdict> verdicts() {
        if (standing.isEmpty()) {
            standing = Optional.of(verdicts.standing(use()));
        }
        return standing.get();
    }

    /** The verdicts that stood before the run. */
    List<OfVerdict> verdictsBefore() {
        return told.isAsBefore() && verdicts.areAsBefore() ? verdicts() : verdicts.before(told.before());
    }

    /** Whether the regime governs the use, as the use's own entry and the verdicts have it. */
    boolean governs(String regime) {
        Optional<OfUse> some = use();
        if (some.isPresent() && some.get().notGovernedBy().contains(regime)) {
            return false;
        }
        OfVerdict last = verdicts.last().get(regime);
        return last == null || last.verdict() != Verdict.NOT_APPLICABLE;
    }

    /** The regimes of the run that govern it. */
    List<String> governing() {
        if (governing.isEmpty()) {
            governing =
                    Optional.of(run().regimes().stream().filter(this::governs).toList());
        }
        return governing.get();
    }

    /** The findings about the use under what the run looks at, by id. */
    List<FindingLine> findings() {
        if (lines.isEmpty()) {
            lines = Optional.of(findings.values().stream()
                    .map(night::finding)
                    .filter(line -> concerns(line.last()))
                    .toList());
        }
        return lines.get();
    }

    /** The entries of a finding that {@link #findings} has. */
    List<EntryText> entries(FindingLine line) {
        return findings.getOrDefault(line.last().finding(), List.of());
    }

    private boolean concerns(OfFinding finding) {
        String dataset = use().map(OfUse::dataset).orElse("");
        return !run().restricted() || (run().regimes().contains(finding.regime()) && run().covers(dataset));
    }

    /** What contradicts what of a living use, by claim. */
    Stream<Told<OfContradiction>> contradictions() {
        return contradictions.isEmpty() || living().isEmpty()
                ? Stream.empty()
                : contradictions.values().stream()
                        .map(each -> new Told<>(
                                EntryReader.contradiction(each.first()), EntryReader.contradiction(each.last())));
    }

    /** What the next dated steps of the laws change for it. */
    List<Change> changes() {
        if (changes.isEmpty()) {
            changes = Optional.of(
                    living().map(some -> night.next().of(some, this)).orElse(List.of()));
        }
        return changes.get();
    }

    /** Whether its scan can't support a clean verdict. */
    boolean isWeak() {
        for (OfVerdict one : verdicts()) {
            if (one.outcomes().weak()) {
                return true;
            }
        }
        return false;
    }

    /** The day on which a run's words were said, as its business date. */
    Optional<LocalDate> dayOf(String run) {
        return night.day(run);
    }
}
