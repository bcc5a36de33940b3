package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Attestation;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Facts;
import org.trainingaudit.use.Moment;

/** What must hold of every look back, tried on uses whose facts have dates from a seed. */
class KnownAtPropertyTest {

    private static final long SEED = 20261122;
    private static final int USES = 250;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Packs packs = Packs.in("rule-kinds");
    private final Random random = new Random(SEED);
    private final RandomFacts uses = new RandomFacts(packs, SEED);

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(365));
    }

    private Optional<LocalDate> perhaps() {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(day());
    }

    /** Two or three statements of each fact, in any order of days. */
    private List<Fact> history() {
        List<Fact> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (Fact fact : uses.some(60).all()) {
                // What the program derives from a scan has no dates.
                if (fact.name().equals("categoriesUncertain")) {
                    continue;
                }
                LocalDate until = day();
                Optional<LocalDate> since = perhaps().filter(day -> !day.isAfter(until));
                Fact dated = new Fact(
                        fact.name(),
                        fact.value(),
                        "test",
                        since,
                        Optional.of(day()),
                        random.nextBoolean() ? Optional.of(until) : Optional.empty());
                all.add(dated.until().isPresent() && random.nextBoolean() ? dated.attested(by()) : dated);
            }
        }
        return all;
    }

    private Attestation by() {
        return new Attestation("dpo", "DPO-1", random.nextInt(4) == 0 ? Optional.of(day()) : Optional.empty());
    }

    private List<Judgement> judge(Facts facts, Moment moment) {
        return judge(facts.on(moment), moment.asOf(), moment.knownAt());
    }

    private List<Judgement> judge(Facts bound, LocalDate asOf, Optional<LocalDate> knownAt) {
        JudgeOptions options = new JudgeOptions(asOf, Map.of(), Unconfirmed.COUNT).knownAt(knownAt);
        return packs.regimes.judge(options).judge(bound);
    }

    @Test
    void whatIsRecordedAfterwardsChangesNothingOfWhatWasSaidThen() {
        int later = 0;
        for (int i = 0; i < USES; i++) {
            List<Fact> all = history();
            LocalDate knownAt = day();
            Moment moment = new Moment(day(), Optional.of(knownAt));
            List<Fact> then = all.stream()
                    .filter(fact -> !fact.recorded().orElseThrow().isAfter(knownAt))
                    .map(fact -> withoutLaterWithdrawal(fact, knownAt))
                    .toList();
            later += all.size() - then.size();
            assertThat(outcomes(judge(Facts.of(all), moment))).isEqualTo(outcomes(judge(Facts.of(then), moment)));
            Facts onTheDay = Facts.of(then).on(Moment.on(moment.asOf()));
            assertThat(outcomes(judge(onTheDay, moment.asOf(), moment.knownAt())))
                    .as("what was said on the day itself, when nothing more was known")
                    .isEqualTo(outcomes(judge(Facts.of(all), moment)));
        }
        assertThat(later).isGreaterThan(USES);
    }

    private static Fact withoutLaterWithdrawal(Fact fact, LocalDate knownAt) {
        return fact.attestation()
                .map(it -> fact.attested(
                        new Attestation(it.by(), it.evidence(), it.withdrawn().filter(day -> !day.isAfter(knownAt)))))
                .orElse(fact);
    }

    @Test
    void itMakesNoDifferenceInWhichOrderStatementsAreRead() {
        for (int i = 0; i < USES; i++) {
            List<Fact> all = history();
            Moment moment = new Moment(day(), Optional.of(day()));
            List<Fact> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            assertThat(Facts.of(shuffled).on(moment).all())
                    .containsExactlyElementsOf(Facts.of(all).on(moment).all());
            assertThat(Facts.of(all).on(Moment.on(day())).on(moment).all().stream()
                            .toList())
                    .as("bound to another moment before")
                    .containsExactlyElementsOf(Facts.of(all).on(moment).all());
        }
    }

    @Test
    void anExpiredAttestationIsNeverBetterThanAnUnknownFact() {
        int open = 0;
        int defaulted = 0;
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(80);
            LocalDate asOf = day();
            for (Fact fact : use.all()) {
                Fact vouched = new Fact(
                        fact.name(),
                        fact.value(),
                        "test",
                        Optional.empty(),
                        Optional.of(FIRST.minusDays(2)),
                        Optional.of(asOf.minusDays(1)),
                        Optional.of(Attestation.of("dpo", "DPO-1")));
                Facts lapsed = use.with(List.of(vouched)).on(Moment.on(asOf));
                assertThat(lapsed.get(fact.name())).isEmpty();
                if (packs.catalogue.find(fact.name()).orElseThrow().absent().isEmpty()) {
                    Facts without = Facts.of(use.all().stream()
                            .filter(each -> !each.equals(fact))
                            .toList());
                    assertThat(outcomes(judge(lapsed, asOf, Optional.empty())))
                            .isEqualTo(outcomes(judge(without, asOf, Optional.empty())));
                    open++;
                } else {
                    defaulted += decidedWhateverTheFact(lapsed, use, fact.name(), asOf);
                }
            }
        }
        assertThat(open).isGreaterThan(USES);
        assertThat(defaulted).isGreaterThan(USES);
    }

    /** For the lapsed fact nothing stands in: a rule that is met is met with every value of the fact. */
    private int decidedWhateverTheFact(Facts lapsed, Facts use, String name, LocalDate asOf) {
        int met = 0;
        Facts other = use.with(
                List.of(Fact.of(name, uses.value(packs.catalogue.find(name).orElseThrow()), "other")));
        List<Judgement> with = judge(other, asOf, Optional.empty());
        List<Judgement> without = judge(lapsed, asOf, Optional.empty());
        for (int i = 0; i < without.size(); i++) {
            for (RuleOutcome rule : without.get(i).rules()) {
                if (rule.outcome() == Outcome.SATISFIED) {
                    met++;
                    assertThat(with.get(i).rule(rule.rule()).map(RuleOutcome::outcome))
                            .as("%s with %s", rule, name)
                            .isNotEqualTo(Optional.of(Outcome.BREACHED));
                }
            }
        }
        return met;
    }

    private static List<String> outcomes(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> Stream.concat(
                        Stream.of(judgement.regime() + " " + judgement.verdict().word()),
                        judgement.rules().stream()
                                .map(rule -> rule.rule() + " " + rule.outcome() + " " + rule.reason() + " "
                                        + rule.missing())))
                .toList();
    }
}
