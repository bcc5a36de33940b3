package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Facts;

/** The quick question whether anything changes, beside the answers themselves. */
class DiffersTest {

    private static final long SEED = 20261122;
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2022, 4, 1),
            LocalDate.of(2025, 8, 2),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 12, 2),
            LocalDate.of(2028, 7, 1));

    @Test
    void saysYesExactlyWhereTheAnswersOfTwoDaysStandOtherwise() {
        ShippedPacks packs = ShippedPacks.load(Path.of("../config"));
        List<Judge> judges = DAYS.stream()
                .map(day -> packs.regimes().judge(JudgeOptions.asOf(day).withoutPreviews()))
                .toList();
        Set<String> all = packs.regimes().all().stream().map(Regime::id).collect(Collectors.toSet());
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED);
        int changed = 0;
        int same = 0;
        for (int i = 0; i < 120; i++) {
            Facts use = uses.some(10 + i % 80);
            boolean weak = i % 5 == 0;
            for (int day = 1; day < judges.size(); day++) {
                Set<String> turned = turned(judges.get(day - 1), judges.get(day), use, weak);
                assertThat(judges.get(day).differs(judges.get(day - 1), use, weak, all))
                        .as("seed " + SEED + ", use " + i + ", " + DAYS.get(day) + ": " + turned)
                        .isEqualTo(!turned.isEmpty());
                Set<String> others = new HashSet<>(all);
                others.removeAll(turned);
                assertThat(judges.get(day).differs(judges.get(day - 1), use, weak, others))
                        .as("under the regimes that don't change")
                        .isFalse();
                changed += turned.isEmpty() ? 0 : 1;
                same += turned.isEmpty() ? 1 : 0;
            }
        }
        assertThat(changed).isPositive();
        assertThat(same).isPositive();
    }

    private static Set<String> turned(Judge before, Judge after, Facts use, boolean weak) {
        Set<String> turned = new HashSet<>();
        for (Judgement is : after.judge(use, weak)) {
            before.judge(use, weak).stream()
                    .filter(was -> was.regime().equals(is.regime()))
                    .filter(was -> Standing.of(was.verdict()) != Standing.of(is.verdict()))
                    .forEach(was -> turned.add(is.regime()));
        }
        return turned;
    }
}
