package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** The quick question whether anything changes, beside the answers themselves. */
class TwoDatesTest {

    private static final long SEED = 20261122;
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2022, 4, 1),
            LocalDate.of(2025, 8, 2),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 12, 2),
            LocalDate.of(2028, 7, 1));

    @Test
    void tellsWhatComparingTheAnswersOfTwoDaysTells() {
        ShippedPacks packs = ShippedPacks.load(Path.of("../config"));
        List<Judge> judges = DAYS.stream()
                .map(day -> packs.regimes().judge(JudgeOptions.asOf(day).withoutPreviews()))
                .toList();
        Set<String> all = packs.regimes().all().stream().map(Regime::id).collect(Collectors.toSet());
        Set<String> some = new HashSet<>(List.of("jp-appi", "eu-ai-act", "us-coppa"));
        List<TwoDates> pairs = pairs(judges, all);
        List<TwoDates> ofSome = pairs(judges, some);
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED);
        int changed = 0;
        int same = 0;
        for (int i = 0; i < 90; i++) {
            Facts use = uses.some(10 + i % 80);
            boolean weak = i % 5 == 0;
            List<TwoDates.Changed> expected = changed(judges, use, weak);
            assertThat(TwoDates.all(pairs, use, weak))
                    .as("seed " + SEED + ", use " + i)
                    .isEqualTo(expected);
            assertThat(TwoDates.all(ofSome, use, weak))
                    .as("seed " + SEED + ", use " + i + ", some regimes")
                    .isEqualTo(under(some, expected));
            changed += expected.size();
            same += DAYS.size() - 1 - expected.size();
        }
        assertThat(changed).isPositive();
        assertThat(same).isPositive();
    }

    private static List<TwoDates> pairs(List<Judge> judges, Set<String> under) {
        List<TwoDates> pairs = new ArrayList<>();
        for (int day = 1; day < judges.size(); day++) {
            pairs.add(TwoDates.between(judges.get(day - 1), judges.get(day), under));
        }
        return pairs;
    }

    private static List<TwoDates.Changed> changed(List<Judge> judges, Facts use, boolean weak) {
        List<TwoDates.Changed> changed = new ArrayList<>();
        for (int day = 1; day < judges.size(); day++) {
            List<Comparison> comparisons =
                    Comparison.of(
                                    judges.get(day - 1).judge(use, weak),
                                    judges.get(day).judge(use, weak))
                            .stream()
                            .filter(each -> each.group() != Comparison.Group.UNCHANGED)
                            .toList();
            if (!comparisons.isEmpty()) {
                changed.add(new TwoDates.Changed(day - 1, comparisons));
            }
        }
        return changed;
    }

    private static List<TwoDates.Changed> under(Set<String> regimes, List<TwoDates.Changed> changed) {
        return changed.stream()
                .map(each -> new TwoDates.Changed(
                        each.place(),
                        each.comparisons().stream()
                                .filter(one -> regimes.contains(one.after().regime()))
                                .toList()))
                .filter(each -> !each.comparisons().isEmpty())
                .toList();
    }

    private static Set<String> changed(Judge before, Judge after, Facts use, boolean weak) {
        Set<String> changed = new HashSet<>();
        for (Judgement is : after.judge(use, weak)) {
            before.judge(use, weak).stream()
                    .filter(was -> was.regime().equals(is.regime()))
                    .filter(was -> Standing.of(was.verdict()) != Standing.of(is.verdict()))
                    .forEach(was -> changed.add(is.regime()));
        }
        return changed;
    }

    @Test
    void reachesNoFurtherThanAStepDoes() {
        ShippedPacks packs = ShippedPacks.load(Path.of("../config"));
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED);
        for (Regime regime : packs.regimes().all()) {
            Set<String> reached = packs.regimes().reachedBy(Set.of(regime.id()));
            assertThat(reached).contains(regime.id());
            for (Step step : regime.steps()) {
                LocalDate day = step.date().or(step::latest).orElse(LocalDate.of(2030, 1, 1));
                boolean alone = packs.regimes().all().stream()
                        .filter(other -> !other.id().equals(regime.id()))
                        .flatMap(other -> other.steps().stream())
                        .noneMatch(other -> other.date().filter(day::equals).isPresent());
                Judge eve = packs.regimes()
                        .judge(JudgeOptions.asOf(day.minusDays(1)).withoutPreviews());
                Judge after = packs.regimes().judge(JudgeOptions.asOf(day).withoutPreviews());
                for (int i = 0; alone && step.date().isPresent() && i < 8; i++) {
                    Facts use = undated(uses.some(60));
                    assertThat(reached)
                            .as("regimes that change with " + regime.id() + "." + step.id())
                            .containsAll(changed(eve, after, use, false));
                }
            }
        }
    }

    /** What is counted from days changes on other days too. */
    private static Facts undated(Facts facts) {
        return Facts.of(facts.all().stream()
                .filter(fact -> !(fact.value() instanceof FactValue.Day))
                .toList());
    }
}
