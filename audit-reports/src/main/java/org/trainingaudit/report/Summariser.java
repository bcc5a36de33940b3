package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.trainingaudit.report.NightSummary.Change;
import org.trainingaudit.report.NightSummary.Changes;
import org.trainingaudit.report.NightSummary.DatasetCounts;
import org.trainingaudit.report.NightSummary.FindingCounts;
import org.trainingaudit.report.NightSummary.RegimeCounts;
import org.trainingaudit.report.NightSummary.SkippedDataset;
import org.trainingaudit.report.Recorded.OfScan;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.OfVerdict;

/** Counts a night. */
final class Summariser {

    private final Night night;
    private final List<OfUse> uses;
    private final List<OfVerdict> now;
    private final List<OfVerdict> before;

    Summariser(Night night) {
        this.night = night;
        this.uses = night.uses();
        this.now = night.verdicts();
        this.before = night.verdictsBefore();
    }

    NightSummary summary() {
        Run run = night.run();
        return new NightSummary(
                run.key(),
                run.kind(),
                run.businessDate(),
                run.asOf(),
                night.previous().map(Run::businessDate),
                uses.size(),
                run.regimes().stream().map(this::regime).toList(),
                night.notJudged(),
                withoutVerdict(),
                now.stream()
                        .filter(said -> said.verdict() == Verdict.VIOLATION)
                        .map(OfVerdict::use)
                        .distinct()
                        .count(),
                now.stream()
                        .filter(said -> said.verdict() == Verdict.VIOLATION && said.provisional())
                        .count(),
                missingFacts(),
                datasets(),
                findings(),
                changes());
    }

    private RegimeCounts regime(String regime) {
        List<OfVerdict> said =
                now.stream().filter(verdict -> verdict.regime().equals(regime)).toList();
        long violations = count(said, Verdict.VIOLATION);
        long violationsBefore = count(
                before.stream()
                        .filter(verdict -> verdict.regime().equals(regime))
                        .toList(),
                Verdict.VIOLATION);
        return new RegimeCounts(
                regime,
                violations,
                count(said, Verdict.NEEDS_REVIEW),
                count(said, Verdict.NOT_YET_APPLICABLE),
                count(said, Verdict.COMPLIANT),
                uses.stream().filter(use -> !night.governs(regime, use)).count(),
                said.stream().anyMatch(OfVerdict::provisional),
                night.previous().isPresent() ? OptionalLong.of(violations - violationsBefore) : OptionalLong.empty());
    }

    /** A judge that forgets a use must not make the night look complete. */
    private long withoutVerdict() {
        Set<Key> judged = new HashSet<>();
        now.forEach(said -> judged.add(Key.of(said.use(), said.regime())));
        return night.run().regimes().stream()
                .mapToLong(regime -> uses.stream()
                        .filter(use -> night.governs(regime, use) && !judged.contains(Key.of(use.use(), regime)))
                        .count())
                .sum();
    }

    private static long count(List<OfVerdict> said, Verdict verdict) {
        return said.stream().filter(one -> one.verdict() == verdict).count();
    }

    private long missingFacts() {
        return now.stream()
                .filter(said -> said.verdict() == Verdict.NEEDS_REVIEW)
                .flatMap(said -> said.rules().stream()
                        .flatMap(rule -> rule.missing().stream().map(fact -> Key.of(said.use(), fact))))
                .distinct()
                .count();
    }

    private DatasetCounts datasets() {
        List<SkippedDataset> skipped = new ArrayList<>();
        List<OfScan> scanned = new ArrayList<>();
        long unchanged = 0;
        long incomplete = 0;
        for (Coverage.Line line : night.coverage()) {
            switch (line.status()) {
                case SCANNED -> line.counts().ifPresent(scanned::add);
                case UNCHANGED -> unchanged++;
                case NOT_SCANNED -> skipped.add(new SkippedDataset(line.dataset(), line.reason()));
                case NOT_DECLARED -> {
                    continue;
                }
            }
            incomplete += line.counts().isPresent() && !line.complete() ? 1 : 0;
        }
        return new DatasetCounts(
                scanned.size(),
                unchanged,
                skipped.size(),
                incomplete,
                sum(scanned, OfScan::read),
                sum(scanned, OfScan::classified),
                sum(scanned, OfScan::rejected),
                sum(scanned, OfScan::filtered),
                List.copyOf(skipped));
    }

    private static long sum(List<OfScan> scans, Function<OfScan, OptionalLong> count) {
        return scans.stream().mapToLong(scan -> count.apply(scan).orElse(0)).sum();
    }

    private FindingCounts findings() {
        List<FindingLine> lines = night.findings();
        String run = night.run().key();
        long open = lines.stream().filter(line -> line.history().isOpen()).count();
        long opened =
                lines.stream().filter(line -> line.history().isOpenedBy(run)).count();
        return new FindingCounts(
                open,
                lines.stream().filter(line -> line.holding().isPresent()).count(),
                opened,
                lines.stream().filter(line -> line.history().isReopenedBy(run)).count(),
                open - opened,
                lines.stream().filter(line -> line.history().isClosedBy(run)).count(),
                lines.stream().filter(FindingLine::overdue).count());
    }

    private Changes changes() {
        Map<Key, Verdict> then = new TreeMap<>();
        before.forEach(said -> then.put(Key.of(said.use(), said.regime()), said.verdict()));
        List<Change> violations = new ArrayList<>();
        List<Change> compliant = new ArrayList<>();
        long other = 0;
        for (OfVerdict said : now) {
            Verdict was = then.remove(Key.of(said.use(), said.regime()));
            Change change = new Change(said.use(), said.regime());
            if (said.verdict() == was) {
                continue;
            }
            if (said.verdict() == Verdict.VIOLATION) {
                violations.add(change);
            } else if (said.verdict() == Verdict.COMPLIANT && was != null) {
                compliant.add(change);
            } else {
                other++;
            }
        }
        return new Changes(violations, compliant, other + then.size());
    }
}
