package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trainingaudit.dataset.Rejection;

class DatasetProfilerTest {

    @Test
    void believesANameAlone() {
        Classification found = only(column("email"), "contact.email");
        assertThat(found.evidence()).isEqualTo(Evidence.NAME);
        assertThat(found.matches()).isZero();
        assertThat(found.share()).isZero();
    }

    @Test
    void believesContentAlone() {
        Classification found = only(column("x1", "a@example.com", "b@example.com", "c@example.org"), "contact.email");
        assertThat(found.evidence()).isEqualTo(Evidence.CONTENT);
        assertThat(found.share()).isEqualTo(1.0);
        assertThat(found.rows()).isEqualTo(3);
    }

    @Test
    void isSurestWhereNameAndContentAgree() {
        Classification both = only(column("email", "a@example.com", "b@example.com"), "contact.email");
        assertThat(both.evidence()).isEqualTo(Evidence.BOTH);
        assertThat(both.confidence()).isGreaterThan(0.95);
    }

    @Test
    void doesNotBelieveANameThatItsValuesContradict() {
        assertThat(column("email", "yes", "no", "yes", "no").classifications()).isEmpty();
        assertThat(column("phone", "2024-01-01", "2024-02-01").classifications())
                .isEmpty();
    }

    @Test
    void takesNoAmountAndNoCodeOfTwoDigitsForAnybodysNumber() {
        assertThat(column("phone", "48.6431007385254", "64.6766967773438").classifications())
                .isEmpty();
        assertThat(column("credit card", "0.1662", "0.1572").classifications()).isEmpty();
        assertThat(column("passport", "1", "0", "1").classifications()).isEmpty();
        assertThat(only(column("passport", "504123987", "504123988"), "government_id")
                        .confidence())
                .isGreaterThan(0.85);
    }

    @Test
    void takesACountOfChildrenForNothingOfAChild() {
        assertThat(column("kids", "2", "0", "1").classifications()).isEmpty();
        assertThat(column("telephones_fixed_lines", "127794", "21976355").classifications())
                .isEmpty();
        assertThat(column("Invoice ID", "750-67-8428", "226-31-3081", "631-41-3108")
                        .classifications())
                .isEmpty();
    }

    @Test
    void keepsSensitiveFlags() {
        assertThat(only(column("diabetes", "1", "0", "0"), "health.medical_history")
                        .evidence())
                .isEqualTo(Evidence.NAME);
        assertThat(only(column("conviction_count", "1", "0", "3"), "criminal.record")
                        .evidence())
                .isEqualTo(Evidence.NAME);
    }

    @Test
    void readsNamesAsProgrammersAndFormsWriteThem() {
        for (String name : List.of("birthDate", "birth_date", "BIRTH-DATE", "Date of Birth", "生年月日", "ｓｅｉｎｅｎｇａｐｐｉ")) {
            assertThat(column(name).classifications())
                    .as(name)
                    .extracting(Classification::category)
                    .contains("birth_date");
        }
        assertThat(only(column("kojin_bango"), "government_id.jp_my_number").confidence())
                .isGreaterThan(0.8);
    }

    @Test
    void takesTheLastPhraseForWhatTheColumnHolds() {
        assertThat(column("emergency_contact_phone").classifications().get(0).category())
                .isEqualTo("contact.phone");
    }

    @Test
    void saysNothingOfColumnsAboutAValue() {
        for (String name : List.of("email_count", "address_id", "phone_type", "商品名", "company_name", "file name")) {
            assertThat(column(name).classifications()).as(name).isEmpty();
        }
    }

    @Test
    void asksTheTableWhatABareNameMeans() {
        assertThat(profile("products", List.of("name"), List.of())
                        .columns()
                        .get(0)
                        .classifications())
                .isEmpty();
        assertThat(profile("customers", List.of("name"), List.of())
                        .columns()
                        .get(0)
                        .classifications())
                .extracting(Classification::category)
                .containsExactly("contact.name");
    }

    @Test
    void takesNamesOfUnknownThingsForPeoplesWhereMostLookLikeThem() {
        String[] schools = {
            "Carr Lane", "John Fisher", "Oak Hill", "Mount Pleasant", "Thomas More", "High Park", "West Field"
        };
        String[] people = {
            "Peter Hughes", "John Fisher", "Mary Collins", "Ann Smith", "Thomas More", "Qxa Tzw", "Wqe Zzt"
        };

        assertThat(column("establishment name", schools).classifications()).isEmpty();
        assertThat(only(column("establishment name", people), "contact.name").matches())
                .isEqualTo(4);
    }

    @Test
    void takesNoCodesForNamesUnlessTheColumnSaysSo() {
        String[] codes = {
            "LIV-0219", "LIV-0882", "LIV-0417", "LIV-0193", "LIV-0734", "LIV-0056",
            "LIV-0348", "LIV-0621", "LIV-0975", "LIV-0502", "LIV-0860", "LIV-0137"
        };

        assertThat(column("hmo id", codes).classifications()).isEmpty();
        assertThat(only(column("surname", codes), "contact.name").confidence()).isGreaterThan(0.8);
    }

    @Test
    void takesPostalCodesForPersonalOnlyBesidePeople() {
        List<List<String>> rows = List.of(List.of("a@example.com", "35055"), List.of("b@example.com", "35501"));
        assertThat(profile("t", List.of("email", "zip"), rows).columns().get(1).classifications())
                .isNotEmpty();
        List<List<String>> places = List.of(List.of("Cullman", "35055"), List.of("Jasper", "35501"));
        assertThat(profile("t", List.of("place", "zip"), places)
                        .columns()
                        .get(1)
                        .classifications())
                .isEmpty();
    }

    @Test
    void countsAFaxNumberAsOne() {
        Classification fax =
                column("fax", "415-555-0132", "415-555-0133").classifications().get(0);
        assertThat(fax.category()).isEqualTo("contact.fax");
        assertThat(fax.matches()).isEqualTo(2);
    }

    @Test
    void votesOverWeakCheckDigits() {
        Random random = new Random(7);
        String[] valid = new String[40];
        String[] any = new String[400];
        Arrays.setAll(valid, i -> myNumber(random));
        Arrays.setAll(any, i -> String.valueOf(100_000_000_000L + Math.floorMod(random.nextLong(), 800_000_000_000L)));
        assertThat(column("c7", valid).classifications())
                .extracting(Classification::category)
                .contains("government_id.jp_my_number");
        assertThat(column("c7", any).classifications())
                .extracting(Classification::category)
                .doesNotContain("government_id.jp_my_number");
    }

    @Test
    void profilesAnEmptyTableAColumnOfNullsAndOneWithoutName() {
        assertThat(profile("t", List.of("a", "b"), List.of()).columns()).hasSize(2);
        ColumnProfile nulls = column("email", "", "NULL", "n/a");
        assertThat(only(nulls, "contact.email").evidence()).isEqualTo(Evidence.NAME);
        assertThat(column("#1", "", "").classifications()).isEmpty();
    }

    @Test
    void countsRowsAndRejections() {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "t");
        profiler.columns(List.of("x"));
        profiler.row(new Cells(List.of("1")));
        profiler.rejected(new Rejection(2, 3, "ragged"));
        DatasetProfile profile = profiler.profile();
        assertThat(profile.rows()).isEqualTo(1);
        assertThat(profile.rejected()).isEqualTo(1);
    }

    @Test
    void keepsNoValue() {
        ColumnProfile profile = column("note", "diabetes of taro.secret@example.com", "x", "y");
        assertThat(profile.toString()).doesNotContain("secret").doesNotContain("example.com");
    }

    private static String myNumber(Random random) {
        while (true) {
            String digits = String.valueOf(100_000_000_000L + Math.floorMod(random.nextLong(), 800_000_000_000L));
            if (CheckDigits.jpMyNumber(digits)) {
                return digits;
            }
        }
    }

    private static Classification only(ColumnProfile profile, String category) {
        Optional<Classification> found = profile.classifications().stream()
                .filter(one -> one.category().equals(category))
                .findFirst();
        assertThat(found).as("%s in %s", category, profile).isPresent();
        return found.orElseThrow();
    }

    private static ColumnProfile column(String name, String... values) {
        List<List<String>> rows = Arrays.stream(values).map(List::of).toList();
        return profile("t", List.of(name), rows).columns().get(0);
    }

    private static DatasetProfile profile(String table, List<String> columns, List<List<String>> rows) {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), table);
        profiler.columns(columns);
        rows.forEach(row -> profiler.row(new Cells(row)));
        return profiler.profile();
    }
}
