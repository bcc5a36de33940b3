package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trainingaudit.report.NextChanges.Change;
import org.trainingaudit.report.Recorded.OfContradiction;
import org.trainingaudit.report.Recorded.OfDependence;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.trail.EntryText;

/**
 * All that a trail says of one use. Entries come in the order of the trail; of those that were overtaken since nothing is
 * read.
 */
final class Dossier {

    /** What was told, first and last. */
    record Told<R>(R first, R last) {}

    /** The last that was said, and what stood there before the run. What the run says itself isn't overlaid by others. */
    private static final class Said {
        private Optional<EntryText> now = Optional.empty();
        private Optional<EntryText> before = Optional.empty();

        void put(EntryText entry, String run) {
            boolean own = entry.run().equals(run);
            if (!own) {
                before = Optional.of(entry);
            }
            if (own || now.filter(last -> last.run().equals(run)).isEmpty()) {
                now = Optional.of(entry);
            }
        }
    }

    private final Night night;
    private final String id;
    private final UseReader reader;
    private final Map<String, List<EntryText>> parts = new LinkedHashMap<>();
    private final TreeMap<String, Said> verdicts = new TreeMap<>(Key::compareAsUtf8);
    private final Said dependence = new Said();
    private final TreeMap<String, List<EntryText>> findings = new TreeMap<>(Key::compareAsUtf8);
    private final TreeMap<String, Told<EntryText>> contradictions = new TreeMap<>(Key::compareAsUtf8);
    private String lastToldBy = "";
    private String lastToldBefore = "";
    private Optional<Optional<OfUse>> use = Optional.empty();
    private Optional<Optional<OfDependence>> dependsOn = Optional.empty();
    private Optional<Map<String, OfVerdict>> said = Optional.empty();
    private Optional<List<OfVerdict>> standing = Optional.empty();
    private Optional<List<String>> governing = Optional.empty();
    private Optional<List<Change>> changes = Optional.empty();

    Dossier(Night night, String id, UseReader reader) {
        this.night = night;
        this.id = id;
        this.reader = reader;
    }

    void add(Stored.Put put) {
        EntryText entry = put.entry();
        switch (entry.kind()) {
            case "use" -> use(entry);
            case "verdict" ->
                verdicts.computeIfAbsent(put.about(), regime -> new Said()).put(entry, run().key());
            case "dependence" -> dependence.put(entry, run().key());
            case "contradiction" ->
                contradictions.merge(
                        put.about(), new Told<>(entry, entry), (before, now) -> new Told<>(before.first(), now.last()));
            default ->
                findings.computeIfAbsent(put.about(), finding -> new ArrayList<>())
                        .add(entry);
        }
    }

    /** A use too large for one entry comes in parts, all of them by one run; together they are one use. */
    private void use(EntryText entry) {
        boolean own = entry.run().equals(run().key());
        if (own || !lastToldBy.equals(run().key())) {
            lastToldBy = entry.run();
        }
        lastToldBefore = own ? lastToldBefore : entry.run();
        parts.keySet().removeIf(run -> !run.equals(lastToldBy) && !run.equals(lastToldBefore));
        parts.computeIfAbsent(entry.run(), run -> new ArrayList<>()).add(entry);
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
        if (use.isEmpty()) {
            use = Optional.of(told(lastToldBy));
        }
        return use.get();
    }

    private Optional<OfUse> useBefore() {
        return lastToldBefore.equals(lastToldBy) ? use() : told(lastToldBefore);
    }

    private Optional<OfUse> told(String by) {
        return parts.getOrDefault(by, List.of()).stream().map(reader::use).reduce(Dossier::joined);
    }

    private static OfUse joined(OfUse first, OfUse further) {
        Map<String, Recorded.StatedFact> facts = new LinkedHashMap<>(first.known());
        further.known().forEach(facts::putIfAbsent);
        List<EntryText> entries = new ArrayList<>(first.entries());
        entries.addAll(further.entries());
        Set<String> notGovernedBy = new HashSet<>(first.notGovernedBy());
        notGovernedBy.addAll(further.notGovernedBy());
        return new OfUse(
                first.run(),
                first.ref(),
                first.use(),
                first.dataset(),
                first.training(),
                first.origin(),
                first.state(),
                facts,
                Set.copyOf(notGovernedBy),
                false,
                List.copyOf(entries));
    }

    /** The use, where it isn't over and the run covers it. */
    Optional<OfUse> living() {
        return use().filter(some -> !some.ended() && run().covers(some.dataset()));
    }

    /** On whom the use depends; nothing where no run has said it. */
    Optional<OfDependence> dependence() {
        if (dependsOn.isEmpty()) {
            dependsOn = Optional.of(dependence.now.map(EntryReader::dependence));
        }
        return dependsOn.get();
    }

    /** The last verdict of each regime, whether it still stands or not. */
    private Map<String, OfVerdict> said() {
        if (said.isEmpty()) {
            Map<String, OfVerdict> read = new LinkedHashMap<>();
            verdicts.forEach((regime, each) -> each.now.ifPresent(entry -> read.put(regime, reader.verdict(entry))));
            said = Optional.of(read);
        }
        return said.get();
    }

    /** The last verdict of that regime, if it ever gave one. */
    Optional<OfVerdict> verdict(String regime) {
        return Optional.ofNullable(said().get(regime));
    }

    /** The verdicts that stand, by regime; those that say the regime doesn't govern the use are left out. */
    List<OfVerdict> verdicts() {
        if (standing.isEmpty()) {
            standing = Optional.of(standing(said().values(), use()));
        }
        return standing.get();
    }

    /** The verdicts that stood before the run. */
    List<OfVerdict> verdictsBefore() {
        boolean same = lastToldBefore.equals(lastToldBy)
                && verdicts.values().stream().allMatch(each -> each.now.equals(each.before));
        if (same) {
            return verdicts();
        }
        List<OfVerdict> before = verdicts.values().stream()
                .flatMap(each -> each.before.stream())
                .map(reader::verdict)
                .toList();
        return before.isEmpty() ? before : standing(before, useBefore());
    }

    private List<OfVerdict> standing(Collection<OfVerdict> all, Optional<OfUse> of) {
        if (of.filter(OfUse::ended).isPresent()) {
            return List.of();
        }
        Set<String> not = of.map(OfUse::notGovernedBy).orElse(Set.of());
        List<OfVerdict> standing = new ArrayList<>(all.size());
        for (OfVerdict one : all) {
            boolean stands = one.verdict() != Verdict.NOT_APPLICABLE
                    && run().regimes().contains(one.regime())
                    && run().covers(one.dataset())
                    && !not.contains(one.regime());
            if (stands) {
                standing.add(one);
            }
        }
        return standing;
    }

    /** Whether the regime governs the use, as the use's own entry and the verdicts have it. */
    boolean governs(String regime) {
        Optional<OfUse> some = use();
        if (some.isPresent() && some.get().notGovernedBy().contains(regime)) {
            return false;
        }
        OfVerdict last = said().get(regime);
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
        if (findings.isEmpty()) {
            return List.of();
        }
        List<FindingLine> lines = new ArrayList<>();
        for (List<EntryText> entries : findings.values()) {
            FindingLine line = night.finding(entries);
            if (concerns(line.last())) {
                lines.add(line);
            }
        }
        return lines;
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
                        .map(told -> new Told<>(
                                EntryReader.contradiction(told.first()), EntryReader.contradiction(told.last())));
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
