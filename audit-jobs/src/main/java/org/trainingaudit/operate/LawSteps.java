package org.trainingaudit.operate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Step;
import org.trainingaudit.setup.Configuration;

/** The dated steps of laws that lie ahead. */
@Component
public class LawSteps {

    private final Configuration setup;

    LawSteps(Configuration setup) {
        this.setup = setup;
    }

    /**
     * A step that lies ahead.
     *
     * @param day its day, or the last possible one where it isn't fixed
     * @param inDays how many days from today
     */
    public record Ahead(Regime regime, Step step, LocalDate day, long inDays) {

        /** Whether the day is law. */
        public boolean isFixed() {
            return step.isFixed();
        }
    }

    /** The next steps after a day, the soonest first. */
    public List<Ahead> next(LocalDate today, int most) {
        return setup.regimes().all().stream()
                .flatMap(regime -> ahead(regime, today))
                .sorted(Comparator.comparing(Ahead::day))
                .limit(most)
                .toList();
    }

    private static Stream<Ahead> ahead(Regime regime, LocalDate today) {
        return regime.steps().stream()
                .flatMap(step -> day(step)
                        .filter(day -> day.isAfter(today))
                        .map(day -> new Ahead(regime, step, day, ChronoUnit.DAYS.between(today, day)))
                        .stream());
    }

    private static Optional<LocalDate> day(Step step) {
        return step.date().or(step::latest);
    }
}
