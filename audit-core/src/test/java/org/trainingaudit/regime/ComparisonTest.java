package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

class ComparisonTest {

    private static final long SEED = 20261121;
    private static final int USES = 500;
    private static final LocalDate LATEST = LocalDate.of(2028, 7, 16);

    private static final String LAW = """
              - {id: A-1, kind: duty, from: base, citation: "1", title: {en: A, ja: あ}, applies: {targeted: true}, requires: {consent: true}}
              - {id: A-2, kind: duty, from: next, citation: "2", title: {en: A, ja: あ}, requires: {notified: true}}
              - {id: A-3, kind: duty, from: base, to: end, citation: "3", title: {en: A, ja: あ}, requires: {keepsOriginal: true}}
            """;

    private static final String ACT = """
              - {id: X-1, kind: exemption, from: main, citation: "4", title: {en: A, ja: あ}, tried: statistics, requires: {notified: true}, exempts: [A-1]}
              - {id: N-1, kind: prohibition, from: main, citation: "5", title: {en: A, ja: あ}, requires: {individualDecisionUse: true}}
            """;

    private static final Packs PACKS = Packs.of(
            Packs.pack(
                    "law",
                    "steps: {base: {date: 2022-04-01}, next: {date: 2027-06-01}, end: {date: 2028-01-01}}\n",
                    LAW),
            Packs.pack(
                    "act",
                    "amends: law\npreview: true\nsteps: {main: {certainty: by-order, latest: 2028-07-16}}\n",
                    ACT));

    private static Judge judge(String date) {
        return PACKS.regimes.judge(
                new JudgeOptions(LocalDate.parse(date), Map.of("act.main", LATEST), Unconfirmed.CAP).withoutPreviews());
    }

    private static Facts facts(String written) {
        List<Fact> facts = new ArrayList<>();
        for (String fact : written.isBlank() ? new String[0] : written.split(" ", -1)) {
            String[] parts = fact.split("=", 2);
            FactValue value = parts[1].equals("true") || parts[1].equals("false")
                    ? new FactValue.Bool(Boolean.parseBoolean(parts[1]))
                    : FactValue.Members.of(List.of(parts[1]));
            facts.add(Fact.of(parts[0], value, "test"));
        }
        return Facts.of(facts);
    }

    private static List<Comparison> compare(String use, String from, String to) {
        assertThat(PACKS.faults.text()).isEmpty();
        Facts facts = facts(use);
        return Comparison.of(judge(from).judge(facts), judge(to).judge(facts));
    }

    private static String told(Comparison comparison) {
        String causes = comparison.causes().stream()
                .map(cause -> cause.rule()
                        + cause.by().map(by -> " by " + by).orElse("")
                        + cause.step().map(step -> " @ " + step).orElse(""))
                .collect(Collectors.joining("; ", "; ", ""));
        return comparison.group().word() + (comparison.causes().isEmpty() ? "" : causes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a duty that starts between and isn't met | notified=false            | 2026-11-21 | 2027-06-01 | newly-unlawful; A-2 @ law.next
        the day before its start                 | notified=false            | 2026-11-21 | 2027-05-31 | unchanged
        both dates after its start               | notified=false            | 2027-06-01 | 2027-12-31 | unchanged
        a duty that starts between, fact missing | targeted=false            | 2026-11-21 | 2027-06-01 | newly-uncertain; A-2 @ law.next
        a duty that starts between and is met    | notified=true             | 2026-11-21 | 2027-06-01 | unchanged
        a breached duty that ends                | notified=true keepsOriginal=false | 2026-11-21 | 2028-01-01 | newly-lawful; A-3 @ law.base
        what ends while another stays breached   | notified=true targeted=true consent=false keepsOriginal=false | 2026-11-21 | 2028-01-01 | unchanged
        what ends while another begins           | notified=false keepsOriginal=false | 2026-11-21 | 2028-01-01 | unchanged
        breached, then only a fact is missing    | keepsOriginal=false    | 2026-11-21 | 2028-01-01 | newly-uncertain; A-2 @ law.next; A-3 @ law.base
        an exemption of an act that starts       | notified=true targeted=true consent=false route=statistics | 2026-11-21 | 2028-07-16 | newly-lawful; A-1 by act/X-1 @ act.main
        the same on its eve                      | notified=true targeted=true consent=false route=statistics | 2026-11-21 | 2028-07-15 | unchanged
        """)
    void namesTheGroupAndTheRulesThatDidIt(String note, String use, String from, String to, String expected) {
        String whole = use.contains("keepsOriginal") ? use : use + " keepsOriginal=true";
        assertThat(told(compare(whole + targetedUnlessSaid(use), from, to).get(1)))
                .as(note)
                .isEqualTo(expected);
    }

    private static String targetedUnlessSaid(String use) {
        return use.contains("targeted") ? "" : " targeted=false";
    }

    @Test
    void turnsOnTheDayOnWhichAPreviewedLawStarts() {
        String use = "individualDecisionUse=false";
        assertThat(told(compare(use, "2026-11-21", "2028-07-16").get(0))).isEqualTo("newly-unlawful; N-1 @ act.main");
        assertThat(told(compare(use, "2026-11-21", "2028-07-15").get(0))).isEqualTo("unchanged");
        Judge shown = PACKS.regimes.judge(JudgeOptions.asOf(LocalDate.of(2026, 11, 21)));
        assertThat(shown.judge(facts(use)).get(0).verdict()).isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void addsUpAndNamesARuleForWhateverChanges() {
        RandomFacts random = new RandomFacts(PACKS, SEED);
        List<Judge> judges =
                List.of(judge("2026-11-21"), judge("2027-06-01"), judge("2028-01-01"), judge("2028-07-16"));
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        for (int i = 0; i < USES; i++) {
            Facts use = random.some(60);
            boolean weak = i % 5 == 0;
            for (int later = 1; later < judges.size(); later++) {
                List<Judgement> before = judges.get(later - 1).judge(use, weak);
                List<Judgement> after = judges.get(later).judge(use, weak);
                List<Comparison> comparisons = Comparison.of(before, after);
                assertThat(comparisons).hasSameSizeAs(before);
                for (Comparison comparison : comparisons) {
                    counts.merge(comparison.group(), 1, Integer::sum);
                    check(comparison);
                }
            }
        }
        assertThat(counts).containsOnlyKeys(Group.values());
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(USES * PACKS.regimes.all().size() * (judges.size() - 1));
    }

    private static void check(Comparison comparison) {
        Standing was = Standing.of(comparison.before().verdict());
        Standing is = Standing.of(comparison.after().verdict());
        assertThat(comparison.group() == Group.UNCHANGED).isEqualTo(was == is);
        assertThat(comparison.causes().isEmpty()).isEqualTo(was == is);
        comparison.causes().forEach(cause -> assertThat(cause.before()).isNotEqualTo(cause.after()));
    }

    @Test
    void refusesJudgementsOfDifferentRegimes() {
        List<Judgement> judgements = judge("2026-11-21").judge(facts(""));
        assertThatThrownBy(() -> Comparison.of(judgements, judgements.subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[act, law] and [act]");
    }
}
