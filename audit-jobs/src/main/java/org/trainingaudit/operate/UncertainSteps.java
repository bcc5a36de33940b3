package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.operate.ChangeReport.AssumedStep;
import org.trainingaudit.operate.ChangeReport.OpenStep;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.regime.Step;

/** The steps that have a last possible day and no date, and on which day each is taken. */
final class UncertainSteps {

    private final Map<String, LocalDate> latest = new TreeMap<>();
    private final Map<String, LocalDate> asked;

    UncertainSteps(Regimes regimes, Map<String, LocalDate> asked, Optional<LocalDate> knownAt) {
        this.asked = new TreeMap<>(asked);
        regimes.all().forEach(regime -> regime.steps().forEach(step -> add(regime.id(), step.believed(knownAt))));
    }

    private void add(String regime, Step step) {
        if (step.date().isEmpty()) {
            step.latest().ifPresent(day -> latest.put(regime + "." + step.id(), day));
        }
    }

    /** What is taken for a comparison of these dates: what was asked for, and each last day that lies between, by date. */
    List<AssumedStep> assumed(LocalDate from, LocalDate to) {
        List<AssumedStep> assumed = new ArrayList<>();
        asked.forEach((step, date) -> assumed.add(new AssumedStep(step, date, true)));
        latest.forEach((step, day) -> {
            if (!asked.containsKey(step) && day.isAfter(from) && !day.isAfter(to)) {
                assumed.add(new AssumedStep(step, day, false));
            }
        });
        assumed.sort(Comparator.comparing(AssumedStep::date).thenComparing(AssumedStep::step));
        return assumed;
    }

    /** Those that may have come by that date and aren't taken to have. */
    List<OpenStep> openAfter(LocalDate to) {
        List<OpenStep> open = new ArrayList<>();
        latest.forEach((step, day) -> {
            if (!asked.containsKey(step) && day.isAfter(to)) {
                open.add(new OpenStep(step, day));
            }
        });
        return open;
    }
}
