package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.use.Facts;

/** What callers get of a set of packs. */
class RegimesTest {

    private static final Packs PACKS = Packs.in("rule-kinds");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void showTheirStepsRulesAndVersion() {
        Regime amendment = PACKS.regimes.get("amendment").orElseThrow();
        assertThat(amendment.sha256()).matches("[0-9a-f]{64}").startsWith(amendment.version());
        assertThat(amendment.amends()).contains("amended");
        assertThat(amendment.step("main").orElseThrow().latest()).contains(LocalDate.of(2028, 7, 16));
        assertThat(amendment.step("main").orElseThrow().observed()).hasSize(2);
        assertThat(amendment.rule("X-1").orElseThrow().kind()).isEqualTo(RuleKind.EXEMPTION);
        assertThat(PACKS.regimes.stepNames()).contains("amendment.main", "duty.someday");
    }

    @Test
    void takeOverTheRulesOfTheRegimeThatTheyExtend() {
        assertThat(PACKS.regimes.get("extension").orElseThrow().rules())
                .extracting(Rule::id)
                .containsExactly("UX-01", "UX-02", "UX-03", "UX-04", "UX-09");
    }

    @Test
    void refuseToAssumeAStepThatIsNotThere() {
        JudgeOptions options = new JudgeOptions(TODAY, Map.of("amendment.mian", TODAY), Unconfirmed.CAP);
        assertThatThrownBy(() -> PACKS.regimes.judge(options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ERROR: --assume: unknown step 'amendment.mian'; did you mean 'amendment.main'?");
    }

    @Test
    void refuseToAssumeADateAfterTheLastPossibleDay() {
        JudgeOptions options =
                new JudgeOptions(TODAY, Map.of("amendment.main", LocalDate.of(2028, 7, 17)), Unconfirmed.CAP);
        assertThatThrownBy(() -> PACKS.regimes.judge(options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can come on 2028-07-16 at the latest, but 2028-07-17 was assumed");
    }

    @Test
    void judgeTheOthersWhereOneIsRefused() {
        Judge judge = PACKS.regimes.judge(JudgeOptions.asOf(LocalDate.of(2028, 7, 17)));
        assertThat(judge.refused())
                .extracting(Refusal::regime, Refusal::step)
                .contains(org.assertj.core.groups.Tuple.tuple("amendment", "main"));
        assertThat(judge.judge(Facts.of(List.of())))
                .extracting(Judgement::regime)
                .contains("amended")
                .doesNotContain("amendment", "duty");
    }

    @Test
    void judgeTheSameFromSeveralThreads() {
        Judge judge = PACKS.regimes.judge(JudgeOptions.asOf(TODAY));
        RandomFacts uses = new RandomFacts(PACKS, 7);
        List<Facts> facts = IntStream.range(0, 200).mapToObj(i -> uses.some(60)).toList();
        List<List<Judgement>> one = facts.stream().map(judge::judge).toList();
        assertThat(facts.parallelStream().map(judge::judge).toList()).isEqualTo(one);
    }

    @Test
    void readNamesInBothLanguagesAndSanctionsByCode() {
        Packs packs = Packs.of(Packs.pack(
                "a",
                "sanctions: {S1: {en: A fine, ja: 罰金, when: {persons: {atLeast: 1001}}}}\n",
                "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, sanction: S1}\n"));
        assertThat(packs.faults.text()).isEmpty();
        Regime regime = packs.regimes.get("a").orElseThrow();
        assertThat(regime.sanctions().get(regime.rules().get(0).sanctions().get(0)))
                .isNotNull()
                .extracting(name -> name.ja())
                .isEqualTo("罰金");
    }

    @Test
    void tellASanctionThatIsNotListed() {
        Packs packs = Packs.of(Packs.pack(
                "a",
                "sanctions: {S1: {en: A fine, ja: 罰金, when: {person: 1}}}\n",
                "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, sanction: [S1, S2]}\n"));
        assertThat(packs.faults.text())
                .contains("rule 'R-1': unknown sanction 'S2'; did you mean 'S1'?")
                .contains("sanction 'S1': unknown fact 'person'; did you mean 'persons'?");
    }
}
