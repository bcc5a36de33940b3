package org.trainingaudit.nightly;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody asks a run to do.
 *
 * @param asOf the date on which the law is read; the business date where it isn't given
 * @param assumed uncertain steps ({@code jp-appi-2026.main}) and the dates on which to take them
 * @param sources the sources to look at; all where empty
 * @param regimes the regimes to judge under; all where empty
 * @param knownAt the last day on which facts and the law's dates may have become known; all that is known counts where it
 *     isn't given
 */
public record RunRequest(
        Optional<LocalDate> asOf,
        Map<String, LocalDate> assumed,
        Set<String> sources,
        Set<String> regimes,
        Optional<LocalDate> knownAt) {

    public RunRequest {
        assumed = new TreeMap<>(assumed);
        sources = new TreeSet<>(sources);
        regimes = new TreeSet<>(regimes);
    }

    /** With all that is known. */
    public RunRequest(
            Optional<LocalDate> asOf, Map<String, LocalDate> assumed, Set<String> sources, Set<String> regimes) {
        this(asOf, assumed, sources, regimes, Optional.empty());
    }

    /** The same with what was known on a day. */
    public RunRequest knownAt(Optional<LocalDate> day) {
        return new RunRequest(asOf, assumed, sources, regimes, day);
    }

    /** Everything, on the business date. */
    public static RunRequest everything() {
        return new RunRequest(Optional.empty(), Map.of(), Set.of(), Set.of());
    }

    /** Whether a run for this says what would be rather than what is. */
    boolean isTrial(LocalDate businessDate) {
        boolean otherDate = asOf.isPresent() && !asOf.get().equals(businessDate);
        return otherDate || knownAt.isPresent() || !assumed.isEmpty() || isPartial();
    }

    /** Whether it leaves out a part of the estate or of the law. */
    boolean isPartial() {
        return !sources.isEmpty() || !regimes.isEmpty();
    }

    boolean includesDataset(String dataset) {
        return sources.isEmpty() || sources.stream().anyMatch(source -> dataset.startsWith(source + "/"));
    }

    boolean includesRegime(String regime) {
        return regimes.isEmpty() || regimes.contains(regime);
    }
}
