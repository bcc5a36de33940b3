package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trainingaudit.detection.Anonymity;
import org.trainingaudit.detection.Anonymity.Diversity;

class SinglingOutTest {

    private static final Reconciliation RECONCILIATION =
            Reconciliation.of(Fixtures.TAXONOMY, Reconciliation.DEFAULT_THRESHOLD);

    private static Anonymity key(long rows, long unique, long small, long smallest, boolean exact, int l) {
        return new Anonymity(
                List.of("born", "region"),
                List.of(),
                5,
                rows,
                rows / 2,
                unique,
                small,
                exact ? 0 : 12,
                smallest,
                exact,
                List.of(new Diversity("diagnosis", l, 100 * l)));
    }

    private static ReconciledUse reconciled(String claim, boolean complete, Anonymity key) {
        ScannedDataset scan = new ScannedDataset("d", true, complete, Map.of(), complete ? "" : "3 rows unread")
                .withKey(Optional.of(key));
        return reconciled(claim, scan);
    }

    private static ReconciledUse reconciled(String claim, ScannedDataset scan) {
        Facts facts = Facts.of(List.of(Fact.of("identifiability", new FactValue.Text(claim), "register:r.csv:2")));
        return RECONCILIATION.reconcile(new Use("u", "d", "t", UseState.DECLARED, facts), Optional.of(scan));
    }

    private static Map<String, Object> facts(ReconciledUse use) {
        Map<String, Object> facts = new TreeMap<>();
        for (String name : DerivedFacts.OF_SINGLING_OUT) {
            use.use()
                    .facts()
                    .get(name)
                    .ifPresent(fact -> facts.put(name, fact.value().json()));
        }
        return facts;
    }

    @Test
    void laysRareCombinationsBesideAClaimThatTheDataAreAnonymised() {
        ReconciledUse use = reconciled("jp-anonymised-info", true, key(100, 34, 60, 1, true, 3));
        assertThat(facts(use))
                .hasToString("{kAnonymity=1, keySmallGroupsPercent=60, keyUniqueRowsPercent=34, lDiversity=3,"
                        + " lDiversityEntropyHundredths=300}");
        assertThat(use.contradictions())
                .containsExactly(new Contradiction(
                        "u",
                        "identifiability/small-groups",
                        "jp-anonymised-info",
                        "34 % of rows unique and 60 % of rows in groups of fewer than 5 by born, region",
                        "the scan's count of rows by the declared key"));
        assertThat(use.use().facts().get("singlingOutPossible").orElseThrow().value())
                .isEqualTo(new FactValue.Bool(true));
        assertThat(use.weakScan()).isTrue();
    }

    @Test
    void hidesHowManyRowsAreFew() {
        ReconciledUse use = reconciled("anonymous", true, key(100, 0, 4, 4, true, 2));
        assertThat(use.contradictions().get(0).observed())
                .isEqualTo("no row unique and fewer than 10 rows in groups of fewer than 5 by born, region");
    }

    @Test
    void isSilentWhereEveryCombinationIsSharedByEnoughRows() {
        ReconciledUse use = reconciled("anonymous", true, key(100, 0, 0, 5, true, 2));
        assertThat(use.contradictions()).isEmpty();
        assertThat(use.weakScan()).isFalse();
        assertThat(facts(use)).containsEntry(DerivedFacts.K_ANONYMITY, 5L);
    }

    @Test
    void saysNothingForCertainOfASampleOrOfRowsThatWereNotRead() {
        ReconciledUse sampled = reconciled("anonymous", true, key(100, 0, 0, 5, false, 2));
        assertThat(facts(sampled)).isEmpty();
        assertThat(sampled.contradictions()).isEmpty();
        assertThat(sampled.weakReason()).contains("more combinations of born, region than could be counted");
        ReconciledUse unread = reconciled("anonymous", false, key(100, 0, 0, 5, true, 2));
        assertThat(facts(unread)).isEmpty();
        assertThat(unread.weakScan()).isTrue();
    }

    @Test
    void tellsTheMarginOfAnEstimate() {
        ReconciledUse sampled = reconciled("aggregate", true, key(1000, 300, 400, 1, false, 1));
        assertThat(facts(sampled))
                .hasToString("{kAnonymity=1, keySmallGroupsPercent=40, keyUniqueRowsPercent=30, lDiversity=1}");
        assertThat(sampled.contradictions())
                .extracting(Contradiction::what)
                .containsExactly("identifiability/diversity-diagnosis", "identifiability/small-groups");
        assertThat(sampled.contradictions().get(1).evidence()).endsWith("give or take 2 % of rows");
    }

    @Test
    void laysAGroupOfOneSecretBesideTheClaim() {
        ReconciledUse use = reconciled("aggregate", true, key(100, 0, 0, 5, true, 1));
        assertThat(use.contradictions().get(0).observed())
                .isEqualTo("some who are alike in born, region all have the same diagnosis");
        assertThat(use.use().facts().get("singlingOutPossible")).isEmpty();
    }

    @Test
    void takesAKeyOfOtherColumnsForNoAnswer() {
        Anonymity lost = new Anonymity(List.of("born"), List.of("born"), 5, 0, 0, 0, 0, 0, 0, true, List.of());
        ReconciledUse use = reconciled("anonymous", true, lost);
        assertThat(facts(use)).isEmpty();
        assertThat(use.contradictions())
                .extracting(Contradiction::what)
                .containsExactly("identifiability/declared-key");
        assertThat(use.weakReason()).contains("no column born of its declared key");
    }

    @Test
    void takesWhatWasNotCountedForUnknownWhateverIsClaimed() {
        ScannedDataset scan = ScannedDataset.whole("d", Map.of()).withUncounted(List.of("born", "region"));
        ReconciledUse use = reconciled("anonymous", scan);
        assertThat(facts(use)).isEmpty();
        assertThat(use.contradictions()).isEmpty();
        assertThat(use.use().facts().get("singlingOutPossible")).isEmpty();
        assertThat(use.weakScan()).isTrue();
        assertThat(use.weakReason())
                .isEqualTo("'anonymous' is claimed, but the scan found no count of how many rows share their born,"
                        + " region, since these aren't counted (countCombinations is false)");
        assertThat(reconciled("pseudonymised", scan).weakScan()).isFalse();
    }

    @Test
    void countsWithoutAClaimAndContradictsNothingThen() {
        ReconciledUse use = reconciled("pseudonymised", true, key(100, 34, 60, 1, true, 1));
        assertThat(use.contradictions()).isEmpty();
        assertThat(facts(use)).containsEntry(DerivedFacts.KEY_UNIQUE_ROWS_PERCENT, 34L);
    }
}
