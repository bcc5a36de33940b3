package org.trainingaudit.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.Waivers;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Step;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Attestation;
import org.trainingaudit.use.Attestations;
import org.trainingaudit.use.Attested;

/**
 * Tells of what comes: a waiver or attestation that ends in 30 or 7 days, a step of a law in 90, 30 or 7. Each is told when
 * it has come so near, or the next time that anybody looks.
 */
@Component
public class Reminders {

    private static final List<Integer> ENDS = List.of(7, 30);
    private static final List<Integer> LAW = List.of(7, 30, 90);

    private final Waivers waivers;
    private final Attestations attestations;
    private final Configuration setup;
    private final Notices notices;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            Waivers waivers,
            Attestations attestations,
            Configuration setup,
            Notices notices,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.waivers = waivers;
        this.attestations = attestations;
        this.setup = setup;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks once; harmless as often as one likes. */
    public void look() {
        LocalDate today = setup.settings().nightly().today(clock);
        transaction.executeWithoutResult(status -> {
            waivers.all().stream().filter(waiver -> waiver.holdsOn(today)).forEach(waiver -> remind(waiver, today));
            attestations.all().stream().filter(Reminders::stands).forEach(given -> remind(given, today));
            setup.regimes().all().forEach(regime -> regime.steps().forEach(step -> remind(regime, step, today)));
        });
    }

    private void remind(Waiver waiver, LocalDate today) {
        tell(today, waiver.until(), ENDS, within -> Notice.waiverEnds(waiver.id(), waiver.until(), within));
    }

    private static boolean stands(Attested given) {
        return given.fact().attestation().flatMap(Attestation::withdrawn).isEmpty();
    }

    private void remind(Attested given, LocalDate today) {
        given.fact()
                .until()
                .ifPresent(
                        day -> tell(today, day, ENDS, within -> Notice.attestationEnds(given.number(), day, within)));
    }

    private void remind(Regime regime, Step step, LocalDate today) {
        Optional<LocalDate> comes = step.date().or(step::latest);
        comes.filter(day -> day.isAfter(today))
                .ifPresent(
                        day -> tell(today, day, LAW, within -> Notice.legalStep(regime.id(), step.id(), day, within)));
    }

    /** Of the distances that it is within, the shortest. */
    private void tell(LocalDate today, LocalDate day, List<Integer> distances, IntFunction<Notice> notice) {
        long left = ChronoUnit.DAYS.between(today, day);
        distances.stream()
                .filter(distance -> left >= 0 && left <= distance)
                .findFirst()
                .ifPresent(distance -> notices.tell(notice.apply(distance)));
    }
}
