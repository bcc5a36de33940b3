package org.trainingaudit.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;

/** What a new run shall look at; with nothing given, everything on the business date. */
record StartRequest(
        Optional<LocalDate> asOf,
        Optional<Map<String, LocalDate>> assume,
        Optional<Set<String>> sources,
        Optional<Set<String>> regimes,
        Optional<LocalDate> knownAt,
        Optional<String> reason) {

    RunRequest request() {
        return new RunRequest(
                asOf, assume.orElse(Map.of()), sources.orElse(Set.of()), regimes.orElse(Set.of()), knownAt);
    }

    By by(String who) {
        return new By(who, reason.orElse(""));
    }
}
