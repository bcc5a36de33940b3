package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Facts;

/** The table answers what the trees answer, whatever is known, doubtful or at a limit. */
class DemandTableTest {

    private static final long SEED = 20261121;
    private static final int USES = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Random random = new Random(SEED);

    @Test
    void answersAsEveryConditionThatShips() {
        ShippedPacks packs = ShippedPacks.load(Path.of("../config"));
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED);
        agree(packs.regimes(), packs.judge(), uses);
    }

    @Test
    void answersAsConditionsOfEveryKind() {
        String limits = IntStream.range(0, 40)
                .mapToObj(i -> "{persons: {atLeast: " + 10 * i + "}}")
                .collect(Collectors.joining(", "));
        check(
                "{persons: {moreThan: 5, lessThan: 7}}",
                "{persons: 9223372036854775807}",
                "{persons: {moreThan: 9223372036854775807}}",
                "{not: {persons: {lessThan: -9223372036854775808}}}",
                "{not: {all: [{activity: {allOf: [acquire, evaluate]}}, {not: {consent: false}}]}}",
                "{any: [{activity: {stated: false}}, {source: {stated: true}}, {not: {source: public-web}}]}",
                "{not: {any: [{not: {categories: {under: health}}}, {persons: {atMost: 6}}]}}",
                "{all: [true, {not: false}]}");
        check("{any: [" + limits + "]}", "{consent: true}");
    }

    private void check(String... conditions) {
        StringBuilder rules = new StringBuilder();
        for (String each : conditions) {
            rules.append("  - {id: R-" + rules.length()
                    + ", kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: " + each + "}\n");
        }
        Packs packs = Packs.of(Packs.pack("a", "", rules.toString()));
        assertThat(packs.faults.text()).isEmpty();
        agree(packs.regimes, packs.regimes.judge(JudgeOptions.asOf(TODAY)), new RandomFacts(packs, SEED));
    }

    private void agree(Regimes regimes, Judge judge, RandomFacts uses) {
        List<Condition> conditions = new ArrayList<>();
        regimes.order().forEach(rule -> rule.clauses.forEach(clause -> conditions.addAll(clause.conditions())));
        FactBits bits = new FactBits(regimes.slots(), conditions);
        Map<Condition, List<Demand>> demands = new LinkedHashMap<>();
        conditions.forEach(
                each -> each.demands(bits).filter(some -> !some.isEmpty()).ifPresent(some -> demands.put(each, some)));
        assertThat(demands).isNotEmpty();
        DemandTable table = new DemandTable(demands);
        int[] seen = new int[3];
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(100 * i / USES);
            Values values = judge.encode(use);
            conditions.forEach(each -> disturb(each, values));
            random.nextBytes(values.outcomes);
            DemandTable.Answers answers = table.answers(bits.of(values));
            demands.keySet().forEach(each -> {
                int truth = each.truth(values);
                seen[truth]++;
                assertThat(answers.truth(table.place(each).orElseThrow()))
                        .as(each.text())
                        .isEqualTo(truth);
            });
        }
        assertThat(seen).doesNotContain(0);
    }

    /** Puts some numbers at the limits that are asked, and makes some names doubtful. */
    private void disturb(Condition condition, Values values) {
        for (int slot : condition.slots()) {
            for (long limit : condition.limits()) {
                if (random.nextInt(4) == 0) {
                    values.number[slot] = limit + random.nextInt(3) - 1;
                }
            }
            if (random.nextInt(20) == 0 && values.known[slot]) {
                values.perhaps[slot] = random.longs(values.slots.at(slot).words())
                        .map(row -> row & random.nextLong())
                        .toArray();
                values.empty[slot] = Truth.of(random.nextInt(3));
            }
        }
        condition.parts().forEach(part -> disturb(part, values));
    }
}
