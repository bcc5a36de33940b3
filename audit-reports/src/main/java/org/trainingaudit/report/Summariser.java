package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.NightSummary.Alike;
import org.trainingaudit.report.NightSummary.Change;
import org.trainingaudit.report.NightSummary.Changes;
import org.trainingaudit.report.NightSummary.DatasetCounts;
import org.trainingaudit.report.NightSummary.FindingCounts;
import org.trainingaudit.report.NightSummary.RegimeCounts;
import org.trainingaudit.report.NightSummary.SkippedDataset;
import org.trainingaudit.report.Recorded.OfVerdict;

/** Counts a night, use by use. */
final class Summariser {

    private final Night night;
    private final Map<String, OfRegime> regimes = new LinkedHashMap<>();
    private final AlikeSoFar violations = new AlikeSoFar();
    private final AlikeSoFar compliant = new AlikeSoFar();
    private long uses;
    private long withoutVerdict;
    private long usesInViolation;
    private long provisionalViolations;
    private long missingFacts;
    private long otherChanges;
    private long open;
    private long waived;
    private long opened;
    private long reopened;
    private long closed;
    private long overdue;

    /** What is counted of a regime. */
    private static final class OfRegime {
        private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        private long violationsBefore;
        private long notApplicable;
        private boolean provisional;

        long of(Verdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }
    }

    /** Changes to one verdict. */
    private static final class AlikeSoFar {
        private final List<Change> first = new ArrayList<>();
        private long pairs;
        private long uses;
        private String lastUse = "";

        void add(Change change) {
            boolean another = uses == 0 || !lastUse.equals(change.use());
            lastUse = change.use();
            pairs++;
            uses += another ? 1 : 0;
            if (uses <= Alike.MOST_SHOWN) {
                first.add(change);
            }
        }

        Alike all() {
            return new Alike(pairs, uses, first);
        }
    }

    Summariser(Night night) {
        this.night = night;
        night.run().regimes().forEach(regime -> regimes.put(regime, new OfRegime()));
    }

    /** Takes the next use. */
    void add(Dossier dossier) {
        boolean living = dossier.living().isPresent();
        uses += living ? 1 : 0;
        Set<String> judged = new HashSet<>();
        for (OfVerdict said : dossier.verdicts()) {
            judged.add(said.regime());
            verdict(said);
        }
        count(dossier, living, judged);
        changes(dossier);
        dossier.findings().forEach(this::finding);
    }

    private OfRegime of(String regime) {
        return regimes.computeIfAbsent(regime, id -> new OfRegime());
    }

    private void verdict(OfVerdict said) {
        OfRegime regime = of(said.regime());
        regime.counts.merge(said.verdict(), 1L, Long::sum);
        regime.provisional |= said.provisional();
        provisionalViolations += said.verdict() == Verdict.VIOLATION && said.provisional() ? 1 : 0;
    }

    /** A judge that forgets a use must not make the night look complete. */
    private void count(Dossier dossier, boolean living, Set<String> judged) {
        for (String regime : night.run().regimes()) {
            boolean governs = living && dossier.governs(regime);
            of(regime).notApplicable += living && !governs ? 1 : 0;
            withoutVerdict += governs && !judged.contains(regime) ? 1 : 0;
        }
        usesInViolation += dossier.verdicts().stream().anyMatch(said -> said.verdict() == Verdict.VIOLATION) ? 1 : 0;
        missingFacts += dossier.verdicts().stream()
                .filter(said -> said.verdict() == Verdict.NEEDS_REVIEW)
                .flatMap(said -> said.rules().stream())
                .flatMap(rule -> rule.missing().stream())
                .distinct()
                .count();
    }

    private void changes(Dossier dossier) {
        Map<String, Verdict> then = new HashMap<>();
        for (OfVerdict said : dossier.verdictsBefore()) {
            then.put(said.regime(), said.verdict());
            of(said.regime()).violationsBefore += said.verdict() == Verdict.VIOLATION ? 1 : 0;
        }
        for (OfVerdict said : dossier.verdicts()) {
            Verdict was = then.remove(said.regime());
            Change change = new Change(said.use(), said.regime());
            if (said.verdict() == was) {
                continue;
            }
            if (said.verdict() == Verdict.VIOLATION) {
                violations.add(change);
            } else if (said.verdict() == Verdict.COMPLIANT && was != null) {
                compliant.add(change);
            } else {
                otherChanges++;
            }
        }
        otherChanges += then.size();
    }

    private void finding(FindingLine line) {
        String run = night.run().key();
        open += line.history().isOpen() ? 1 : 0;
        waived += line.holding().isPresent() ? 1 : 0;
        opened += line.history().isOpenedBy(run) ? 1 : 0;
        reopened += line.history().isReopenedBy(run) ? 1 : 0;
        closed += line.history().isClosedBy(run) ? 1 : 0;
        overdue += line.overdue() ? 1 : 0;
    }

    /** The counts, when all uses have gone by. */
    NightSummary summary() {
        Run run = night.run();
        return new NightSummary(
                run.key(),
                run.kind(),
                run.businessDate(),
                run.asOf(),
                night.previous().map(Run::businessDate),
                uses,
                run.regimes().stream().map(this::regime).toList(),
                night.unreadDocuments(),
                night.notJudged(),
                withoutVerdict,
                usesInViolation,
                provisionalViolations,
                missingFacts,
                datasets(),
                new FindingCounts(open, waived, opened, reopened, open - opened, closed, overdue),
                new Changes(violations.all(), compliant.all(), otherChanges));
    }

    private RegimeCounts regime(String id) {
        OfRegime counted = of(id);
        long violations = counted.of(Verdict.VIOLATION);
        return new RegimeCounts(
                id,
                violations,
                counted.of(Verdict.NEEDS_REVIEW),
                counted.of(Verdict.NOT_YET_APPLICABLE),
                counted.of(Verdict.COMPLIANT),
                counted.notApplicable,
                counted.provisional,
                night.previous().isPresent()
                        ? OptionalLong.of(violations - counted.violationsBefore)
                        : OptionalLong.empty());
    }

    private DatasetCounts datasets() {
        List<Coverage.Line> declared = night.coverage().stream()
                .filter(line -> line.status() != Coverage.Status.NOT_DECLARED)
                .toList();
        List<OfScan> scanned = counts(declared.stream().filter(line -> line.status() == Coverage.Status.SCANNED));
        List<OfScan> partly = counts(declared.stream().filter(line -> !line.complete()));
        List<SkippedDataset> skipped = skipped(declared);
        return new DatasetCounts(
                scanned.size(),
                declared.stream()
                        .filter(line -> line.status() == Coverage.Status.UNCHANGED)
                        .count(),
                skipped.size(),
                partly.size(),
                sum(scanned, OfScan::read),
                sum(scanned, OfScan::classified),
                sum(scanned, OfScan::rejected),
                sum(scanned, OfScan::filtered),
                skipped,
                partly.stream().filter(scan -> !scan.onlyBlind()).count(),
                blind(counts(declared.stream())),
                night.columns().stream().filter(OfColumn::overtaken).count());
    }

    /** The totals that stand for datasets; one that wasn't scanned has none. */
    private static List<OfScan> counts(Stream<Coverage.Line> lines) {
        return lines.flatMap(line -> line.counts().stream()).toList();
    }

    private static List<SkippedDataset> skipped(List<Coverage.Line> lines) {
        return lines.stream()
                .filter(line -> line.status() == Coverage.Status.NOT_SCANNED)
                .map(line -> new SkippedDataset(line.dataset(), line.reason()))
                .toList();
    }

    private static List<String> blind(List<OfScan> scans) {
        return scans.stream()
                .flatMap(scan -> scan.blind().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static long sum(List<OfScan> scans, Function<OfScan, OptionalLong> count) {
        return scans.stream().mapToLong(scan -> count.apply(scan).orElse(0)).sum();
    }
}
