package org.trainingaudit.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.operate.LastSeal;
import org.trainingaudit.operate.RunHistory;
import org.trainingaudit.operate.RunState;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Projection;

/**
 * Figures for whoever watches the program, beside those that the frameworks give. They are looked up every few seconds by the
 * {@link Caretaker}, so that asking for them asks no database.
 */
@Component
public class Figures {

    private static final double MILLIS = 1e3;

    private final RunHistory runs;
    private final NightList nights;
    private final Projection projection;
    private final LastSeal seal;
    private final Postman postman;
    private final Schedule schedule;
    private final Clock clock;
    private final MultiGauge states;
    private final MultiGauge verdicts;
    private volatile Seen seen = new Seen(0, 0, 0, 0, 0, 0, 0);

    /** What was seen last. */
    private record Seen(
            long findingsOpen,
            long findingsWaived,
            long skipped,
            long behind,
            long waiting,
            long givenUp,
            double lag) {}

    Figures(
            RunHistory runs,
            NightList nights,
            Projection projection,
            LastSeal seal,
            Postman postman,
            Schedule schedule,
            ConfigurationWatch configuration,
            Clock clock,
            MeterRegistry meters) {
        this.runs = runs;
        this.nights = nights;
        this.projection = projection;
        this.seal = seal;
        this.postman = postman;
        this.schedule = schedule;
        this.clock = clock;
        this.states = MultiGauge.builder("audit.run.state")
                .description("1 for the state of the newest run, 0 for the others")
                .register(meters);
        this.verdicts = MultiGauge.builder("audit.verdicts")
                .description("Uses by regime and verdict, after the newest nightly or manual run")
                .register(meters);
        gauge(meters, "audit.findings.open", "Open findings, the waived ones among them", now -> now.findingsOpen);
        gauge(meters, "audit.findings.waived", "Findings that a waiver covers", now -> now.findingsWaived);
        gauge(meters, "audit.datasets.skipped", "Datasets that the newest run could not read", now -> now.skipped);
        gauge(meters, "audit.view.behind", "Published entries that pages don't show yet", now -> now.behind);
        gauge(meters, "audit.notices.waiting", "Messages to people that were not taken yet", now -> now.waiting);
        gauge(meters, "audit.notices.given.up", "Messages to people that are not tried any more", now -> now.givenUp);
        gauge(
                meters,
                "audit.schedule.lag.seconds",
                "For how long a night has been due that isn't begun",
                now -> now.lag);
        Gauge.builder(
                        "audit.configuration.refused",
                        configuration,
                        watch -> watch.refused().isPresent() ? 1 : 0)
                .description("1 while the configuration folder has faults and an earlier set is served")
                .register(meters);
        Gauge.builder("audit.seal.age.seconds", this, Figures::sealAge)
                .description("Since the newest published entry was written; NaN while there is none")
                .register(meters);
    }

    private void gauge(MeterRegistry meters, String name, String what, ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, this, figures -> figure.applyAsDouble(figures.seen))
                .description(what)
                .register(meters);
    }

    private double sealAge() {
        return seal.at()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }

    /** Looks everything up. */
    public void refresh() {
        Optional<NightList.Night> night = nights.latest();
        Postman.Backlog backlog = postman.backlog();
        seen = new Seen(
                night.map(NightList.Night::findingsOpen).orElse(0L),
                night.map(NightList.Night::findingsWaived).orElse(0L),
                night.map(NightList.Night::datasetsSkipped).orElse(0L),
                projection.lag().map(lag -> lag.published() - lag.shown()).orElse(0L),
                backlog.waiting(),
                backlog.givenUp(),
                schedule.lag().toMillis() / MILLIS);
        verdicts.register(
                night.map(latest -> nights.counts(latest.run())).orElse(List.of()).stream()
                        .map(count ->
                                Row.of(Tags.of("regime", count.regime(), "verdict", count.verdict()), count.uses()))
                        .toList(),
                true);
        Optional<RunState> newest = runs.newest();
        List<Row<?>> rows = new ArrayList<>();
        for (RunState state : RunState.values()) {
            boolean is = newest.filter(state::equals).isPresent();
            rows.add(Row.of(Tags.of("state", state.word()), is ? 1 : 0));
        }
        states.register(rows, true);
    }
}
