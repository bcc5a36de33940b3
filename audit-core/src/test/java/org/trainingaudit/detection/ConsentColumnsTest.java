package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

class ConsentColumnsTest {

    /** Notes that everything is handed on. */
    private static final class Next implements RowVisitor {
        private final List<String> got = new ArrayList<>();

        @Override
        public void columns(List<String> names) {
            got.add("columns");
        }

        @Override
        public void row(Row row) {
            got.add("row");
        }

        @Override
        public void rejected(Rejection rejection) {
            got.add("rejected");
        }
    }

    private final Next next = new Next();
    private final ConsentColumns columns = ConsentColumns.before(next, Shipped.detectors());

    @SafeVarargs
    private final void rows(List<String> names, List<String>... rows) {
        columns.columns(names);
        for (List<String> row : rows) {
            columns.row(new Cells(row));
        }
    }

    @Test
    void countsRowsThatSayNoOrNothing() {
        rows(
                List.of("patient_id", "consent"),
                List.of("1", "yes"),
                List.of("2", "No"),
                List.of("3", " "),
                List.of("4", "2026-02-01"));

        assertThat(columns.seen()).contains(new ConsentColumns.Seen(List.of("consent"), 4, 2));
        assertThat(next.got).containsExactly("columns", "row", "row", "row", "row");
    }

    @Test
    void countsAWithdrawalEvenWhereConsentWasGiven() {
        rows(
                List.of("同意", "同意撤回日"),
                List.of("あり", ""),
                List.of("あり", "2026-03-04"),
                List.of("なし", ""),
                List.of("同意", "-"));

        assertThat(columns.seen()).contains(new ConsentColumns.Seen(List.of("同意", "同意撤回日"), 4, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consentGiven", "Consent_Status", "has consent", "informed-consent", "CONSENTED", "同意の有無"})
    void knowsAColumnByItsWholeName(String name) {
        rows(List.of(name), List.of("refused"));

        assertThat(columns.seen()).map(ConsentColumns.Seen::without).contains(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing_consent", "consent_form_version", "cookie consent", "同意書番号", "content"})
    void leavesAColumnAloneThatIsAboutSomethingElse(String name) {
        rows(List.of(name), List.of("no"));

        assertThat(columns.seen()).isEmpty();
    }

    @Test
    void handsOnWhatCouldNotBeReadAndDoesNotCountIt() {
        columns.columns(List.of("consent"));
        columns.rejected(new Rejection(1, 2, "ragged"));

        assertThat(columns.seen()).contains(new ConsentColumns.Seen(List.of("consent"), 0, 0));
        assertThat(next.got).containsExactly("columns", "rejected");
    }
}
