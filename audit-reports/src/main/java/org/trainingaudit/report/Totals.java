package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.trainingaudit.regime.Comparison;

/** Counts over all uses, which some rows show beside what is their own. */
final class Totals {

    private static final long MILLION = 1_000_000;

    /** How many pairs of use and regime a day changes, and how many of them it makes unlawful. */
    record OfDay(long changes, long unlawful) {
        static final OfDay NONE = new OfDay(0, 0);
    }

    private final Map<String, Long> usesByDataset = new HashMap<>();
    private final Map<String, Long> byProvider = new HashMap<>();
    private final Map<String, Long> bySensitivity = new HashMap<>();
    private final Map<String, Long> foreign = new HashMap<>();
    private final Map<String, Long> unknown = new HashMap<>();
    private final Map<LocalDate, OfDay> byDay = new HashMap<>();
    private long dependent;

    /** Takes the next use, with what the next steps of the laws change for it. */
    void add(Dossier dossier) {
        addUse(dossier);
        addChanges(dossier);
    }

    /** Takes the next use, but for what the next steps change. */
    void addUse(Dossier dossier) {
        dossier.living().ifPresent(use -> {
            usesByDataset.merge(use.dataset(), 1L, Long::sum);
            dossier.dependence().ifPresent(said -> dependence(dossier, use, said));
        });
    }

    private void addChanges(Dossier dossier) {
        for (NextChanges.Change change : dossier.changes()) {
            long unlawful = change.comparison().group() == Comparison.Group.NEWLY_UNLAWFUL ? 1 : 0;
            byDay.merge(
                    change.day(),
                    new OfDay(1, unlawful),
                    (one, other) -> new OfDay(one.changes() + other.changes(), one.unlawful() + other.unlawful()));
        }
    }

    private void dependence(Dossier dossier, OfUse use, Recorded.OfDependence said) {
        String sensitivity = DependenceReport.sensitivity(dossier, use);
        dependent++;
        byProvider.merge(said.provider(), 1L, Long::sum);
        bySensitivity.merge(sensitivity, 1L, Long::sum);
        foreign.merge(sensitivity, said.domestic().equals("false") ? 1L : 0L, Long::sum);
        unknown.merge(sensitivity, said.domestic().isEmpty() ? 1L : 0L, Long::sum);
    }

    /** The uses that rest on a dataset. */
    long usesOf(String dataset) {
        return usesByDataset.getOrDefault(dataset, 0L);
    }

    /** The share, per million, of all uses with a known dependence that depend on this provider. */
    long shareOf(String provider) {
        return share(byProvider, provider, dependent);
    }

    /** Of the uses of that sensitivity, the share known to be foreign, per million. */
    long foreignShare(String sensitivity) {
        return share(foreign, sensitivity, bySensitivity.getOrDefault(sensitivity, 1L));
    }

    /** Of the uses of that sensitivity, the share of which that is unknown, per million. */
    long unknownShare(String sensitivity) {
        return share(unknown, sensitivity, bySensitivity.getOrDefault(sensitivity, 1L));
    }

    private static long share(Map<String, Long> counts, String key, long whole) {
        return counts.getOrDefault(key, 0L) * MILLION / Math.max(1, whole);
    }

    OfDay on(LocalDate day) {
        return byDay.getOrDefault(day, OfDay.NONE);
    }
}
