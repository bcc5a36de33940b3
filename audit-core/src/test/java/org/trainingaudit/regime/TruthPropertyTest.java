package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** Truth with three values, against every way in which the missing facts could turn out. */
class TruthPropertyTest {

    private static final long SEED = 20261121;
    private static final int PACKS = 40;
    private static final int USES = 25;

    /** Conditions on one fact each, and that fact's possible values. */
    private static final Map<String, List<FactValue>> VALUES = Map.of(
            "consent", List.of(new FactValue.Bool(true), new FactValue.Bool(false)),
            "notified", List.of(new FactValue.Bool(true), new FactValue.Bool(false)),
            "source", List.of(new FactValue.Text("direct"), new FactValue.Text("public-web")),
            "persons", List.of(new FactValue.Whole(5), new FactValue.Whole(50), new FactValue.Whole(500)),
            "activity",
                    List.of(
                            new FactValue.Members(Set.of()),
                            new FactValue.Members(Set.of("acquire")),
                            new FactValue.Members(Set.of("train-own", "evaluate"))));

    private static final Map<String, String> LEAVES = Map.of(
            "consent", "{consent: true}",
            "notified", "{notified: false}",
            "source", "{source: public-web}",
            "persons", "{persons: {moreThan: 5, atMost: 50}}",
            "activity", "{activity: {anyOf: [acquire, evaluate]}}");

    private final Random random = new Random(SEED);

    @Test
    void isKnownExactlyWhereEveryCompletionAgreesWhenEachFactStandsOnce() {
        check(true);
    }

    @Test
    void isNeverKnownWhereCompletionsDisagreeHoweverOftenAFactStands() {
        check(false);
    }

    private void check(boolean once) {
        for (int i = 0; i < PACKS; i++) {
            List<String> facts = once
                    ? new ArrayList<>(
                            List.copyOf(VALUES.keySet()).stream().sorted().toList())
                    : new ArrayList<>();
            String condition = condition(facts, once, 4);
            Packs packs = Packs.of(Packs.pack(
                    "a",
                    "",
                    "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: " + condition
                            + "}\n"));
            assertThat(packs.faults.text()).isEmpty();
            Judge judge = packs.regimes.judge(JudgeOptions.asOf(LocalDate.of(2026, 11, 21)));
            for (int j = 0; j < USES; j++) {
                check(judge, condition, once);
            }
        }
    }

    private void check(Judge judge, String condition, boolean once) {
        List<Fact> known = new ArrayList<>();
        VALUES.forEach((name, values) -> {
            if (random.nextBoolean()) {
                known.add(Fact.of(name, values.get(random.nextInt(values.size())), "test"));
            }
        });
        RuleOutcome said = judge.judge(Facts.of(known)).get(0).rule("R-1").orElseThrow();
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        complete(judge, Facts.of(known), List.copyOf(VALUES.keySet()), 0, possible);
        if (said.outcome() == Outcome.NEEDS_REVIEW) {
            assertThat(said.missing())
                    .as(condition)
                    .isNotEmpty()
                    .allMatch(
                            name -> known.stream().noneMatch(fact -> fact.name().equals(name)));
            if (once) {
                assertThat(possible).as(condition).hasSize(2);
            }
        } else {
            assertThat(possible).as(condition).containsExactly(said.outcome());
        }
    }

    private static void complete(Judge judge, Facts facts, List<String> names, int at, Set<Outcome> into) {
        if (at == names.size()) {
            into.add(judge.judge(facts).get(0).rule("R-1").orElseThrow().outcome());
        } else if (facts.get(names.get(at)).isPresent()) {
            complete(judge, facts, names, at + 1, into);
        } else {
            for (FactValue value : VALUES.getOrDefault(names.get(at), List.of())) {
                complete(judge, facts.with(List.of(Fact.of(names.get(at), value, "tried"))), names, at + 1, into);
            }
        }
    }

    private String condition(List<String> unused, boolean once, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf(unused, once);
        }
        return switch (random.nextInt(3)) {
            case 0 -> "{not: " + condition(unused, once, depth - 1) + "}";
            case 1 -> "{all: [" + join(unused, once, depth) + "]}";
            default -> "{any: [" + join(unused, once, depth) + "]}";
        };
    }

    private String join(List<String> unused, boolean once, int depth) {
        String first = condition(unused, once, depth - 1);
        return once && unused.isEmpty() ? first : first + ", " + condition(unused, once, depth - 1);
    }

    private String leaf(List<String> unused, boolean once) {
        List<String> from = once ? unused : LEAVES.keySet().stream().sorted().toList();
        String fact = from.get(random.nextInt(from.size()));
        if (once) {
            unused.remove(fact);
        }
        return LEAVES.getOrDefault(fact, "");
    }
}
