package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

class ReconciliationTest {

    private static final Reconciliation RECONCILIATION =
            Reconciliation.of(Fixtures.TAXONOMY, Reconciliation.DEFAULT_THRESHOLD);

    record Scan(
            Map<String, Integer> found,
            Optional<String> incomplete,
            Optional<String> unscanned,
            Optional<Integer> withoutConsent) {
        ScannedDataset dataset() {
            Map<String, Double> confidences = new HashMap<>();
            found.forEach((category, percent) -> confidences.put(category, percent / 100.0));
            return new ScannedDataset(
                            "d",
                            unscanned.isEmpty(),
                            unscanned.isEmpty() && incomplete.isEmpty(),
                            confidences,
                            unscanned.or(() -> incomplete).orElse(""))
                    .with(withoutConsent.map(rows -> new ScannedDataset.ConsentRows(List.of("consent"), 100, rows)));
        }
    }

    record Case(
            String note,
            Node facts,
            Optional<Scan> scan,
            Map<String, Node> then,
            Optional<String> weak,
            Map<String, String> contradictions) {

        Use use() {
            Faults faults = new Faults();
            List<Stated> stated = StatedTree.of(facts, Fixtures.CATALOGUE, faults);
            List<Fact> read = new ArrayList<>();
            for (Stated one : stated) {
                Fixtures.CATALOGUE
                        .read(one.name(), one.value(), faults)
                        .ifPresent(value -> read.add(Fact.of(one.name(), value, "register:cases:1")));
            }
            faults.throwIfAny();
            return new Use("u", "d", "t", UseState.DECLARED, Facts.of(read));
        }

        @Override
        public String toString() {
            return note;
        }
    }

    static Stream<Case> cases() {
        Faults faults = new Faults();
        List<Case> cases = new ArrayList<>();
        ConfigFile.of("reconciliation.cases.yaml", Fixtures.text("reconciliation.cases.yaml"))
                .parse(faults)
                .ifPresent(node -> cases.addAll(Binder.camelCase(faults).bindList(node, Case.class)));
        faults.throwIfAny();
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void laysWhatIsDeclaredBesideWhatWasSeen(Case one) {
        ReconciledUse result = RECONCILIATION.reconcile(one.use(), one.scan().map(Scan::dataset));

        one.then()
                .forEach((name, expected) -> assertThat(
                                shown(result.use().facts().get(name)))
                        .as("%s: %s", one.note(), name)
                        .isEqualTo(expected instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : null));
        assertThat(result.weakReason()).as(one.note()).contains(one.weak().orElse(""));
        assertThat(result.weakScan()).as(one.note()).isEqualTo(one.weak().isPresent());
        assertThat(result.contradictions().stream()
                        .collect(Collectors.toMap(Contradiction::what, Contradiction::observed)))
                .as(one.note())
                .isEqualTo(one.contradictions());
    }

    private static @org.jspecify.annotations.Nullable String shown(Optional<Fact> fact) {
        return fact.map(Fact::value)
                .map(value -> value instanceof FactValue.Members members
                        ? String.join(", ", members.values())
                        : value.json().toString())
                .orElse(null);
    }

    @Test
    void saysWhatAContradictionRestsOn() {
        Use use = new Use("u", "d", "t", UseState.DECLARED, facts("identifiability", new FactValue.Text("anonymous")));

        ReconciledUse result =
                RECONCILIATION.reconcile(use, Optional.of(ScannedDataset.whole("d", Map.of("contact.email", 0.953))));

        assertThat(result.contradictions())
                .containsExactly(new Contradiction(
                        "u",
                        "identifiability",
                        "anonymous",
                        "contact.email",
                        "contact.email (confidence 95 %) in dataset 'd'"));
        assertThat(result.use().facts().get("identifiability"))
                .map(Fact::origin)
                .contains("reconcile");
        assertThat(result.use().facts().get("categories")).map(Fact::origin).contains("scan");
    }

    @Test
    void doesNotBelieveThatNobodyCanBeSingledOutWhereRowsAreUnique() {
        Use use = new Use("u", "d", "t", UseState.DECLARED, facts("identifiability", new FactValue.Text("anonymous")));

        ReconciledUse result = RECONCILIATION.reconcile(use, Optional.of(unique(34)));

        assertThat(result.weakReason())
                .isEqualTo("'anonymous' is claimed, but the scan found 34 % of rows unique by sex, zip");
        assertThat(result.use().facts().get("singlingOutPossible"))
                .map(Fact::value)
                .contains(new FactValue.Bool(true));
        assertThat(result.use().facts().get(DerivedFacts.UNIQUE_ROWS_PERCENT))
                .map(Fact::value)
                .contains(new FactValue.Whole(34));
        assertThat(result.contradictions())
                .extracting(Contradiction::what, Contradiction::observed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "identifiability/unique-rows", "34 % of rows unique by sex, zip"));
    }

    @Test
    void hasNothingAgainstAClaimWhereNoRowIsUnique() {
        Use use = new Use("u", "d", "t", UseState.DECLARED, facts("identifiability", new FactValue.Text("anonymous")));

        ReconciledUse result = RECONCILIATION.reconcile(use, Optional.of(unique(0)));

        assertThat(result.weakScan()).isFalse();
        assertThat(result.contradictions()).isEmpty();
    }

    private static ScannedDataset unique(int percent) {
        ScannedDataset.UniqueRows rows =
                new ScannedDataset.UniqueRows(List.of("sex", "zip"), percent, percent > 0 ? 1 : 5);
        return new ScannedDataset("d", true, true, Map.of(), Optional.of(rows), "");
    }

    @Test
    void keepsAUseWithFaultsWeakWhateverTheScanSays() {
        Use use = new Use(
                "u", "d", "t", UseState.DECLARED, facts(DerivedFacts.STATED_WITH_FAULTS, new FactValue.Bool(true)));

        ReconciledUse result = RECONCILIATION.reconcile(use, Optional.of(ScannedDataset.whole("d", Map.of())));

        assertThat(result.weakScan()).isTrue();
        assertThat(result.weakReason()).isEqualTo("what is stated at register:r.csv:2 has faults");
    }

    @Test
    void keepsAUseWithoutADatasetWeak() {
        Use use = new Use("u", "", "t", UseState.DECLARED, Facts.of(List.of()));

        ReconciledUse result = RECONCILIATION.reconcile(use, Optional.empty());

        assertThat(result.weakReason()).isEqualTo("no dataset is named");
        assertThat(result.contradictions()).isEmpty();
    }

    @Test
    void dropsWhatSomebodyStatedInItsPlace() {
        Use use = new Use(
                "u",
                "d",
                "t",
                UseState.DECLARED,
                facts(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY, new FactValue.Bool(false)));

        assertThat(RECONCILIATION.reconcile(use, Optional.empty()).use().facts().all())
                .isEmpty();
    }

    private static Facts facts(String name, FactValue value) {
        return Facts.of(List.of(Fact.of(name, value, "register:r.csv:2")));
    }

    @Test
    void refusesAThresholdThatIsNone() {
        for (double threshold : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> Reconciliation.of(Fixtures.TAXONOMY, threshold))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("threshold must lie in (0, 1]");
        }
        assertThatThrownBy(() -> ScannedDataset.whole("d", Map.of("contact", 1.2)))
                .hasMessage("confidence of contact must lie in [0, 1], but was 1.2");
    }
}
