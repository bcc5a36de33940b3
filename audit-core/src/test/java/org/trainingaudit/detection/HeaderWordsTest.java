package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words of column names that stand in config/detectors, and what they change. */
class HeaderWordsTest {

    private static final Detectors DETECTORS = Shipped.detectors();

    @Test
    void takesUnitsOffTheEndOfAName() {
        assertThat(DETECTORS.headerWords().plain("hb_g_dl")).isEqualTo("hb");
        assertThat(DETECTORS.headerWords().plain("kg")).isEqualTo("kg");
    }

    @Test
    void keepsTheDigitsOfANumberInACodeBook() {
        assertThat(DETECTORS.headerWords().plain("Q94")).isEqualTo("q94");
        assertThat(toldOf("wvs7", "d_interview", "Q1", "Q94", "Q97"))
                .containsExactly("religious_belief", "trade_union_membership");
    }

    @Test
    void takesATableOfPetsForOneAboutAnimalsAndAColumnOfThemForOneAboutPeople() {
        assertThat(toldOf("clinic_pets", "owner_id", "name", "birth_date", "diabetes"))
                .isEmpty();
        assertThat(toldOf("tenants", "pets", "diabetes")).containsExactly("health.medical_history");
    }

    @Test
    void tellsPeopleApartByTheirAccountAndNotByWhatAccountsUse() {
        assertThat(DETECTORS.headerWords().isOfSomebody("user")).isTrue();
        assertThat(DETECTORS.headerWords().isOfSomebody("user_agent")).isFalse();
    }

    @Test
    void writesOutWordsWithoutVowelsWordsWithDotsAndWordsThatWereCutOff() {
        assertThat(DETECTORS.headerWords().inFull("HmlssDuty")).isEqualTo("homeless duty");
        assertThat(toldOf("kadry", "pesel", "St. niepełn.")).contains("health.disability");
        assertThat(toldOf("kadry", "pesel", "Zw. zawod.")).contains("trade_union_membership");
        assertThat(DETECTORS.headerWords().inFull("Passport #")).isEqualTo("passport no");
    }

    @Test
    void leavesWordsThatAreWhole() {
        assertThat(DETECTORS.headerWords().inFull("sex_code")).isEqualTo("sex_code");
        assertThat(DETECTORS.headerWords().inFull("Geschl.")).isEqualTo("geschlecht");
        assertThat(DETECTORS.headerWords().inFull("#5")).isEqualTo("#5");
        assertThat(DETECTORS.headerWords().inFull("html_src")).isEqualTo("html_src");
    }

    @Test
    void tellsAWardOfATownAndCountedParticipantsFromSomebody() {
        assertThat(DETECTORS.headerWords().isOfSomebody("WardCode")).isFalse();
        assertThat(DETECTORS.headerWords().isOfSomebody("Participants")).isFalse();
        assertThat(DETECTORS.headerWords().isOfSomebody("participant")).isTrue();
    }

    @Test
    void tellsDeathsByRaceFromSomebodysRace() {
        assertThat(toldOf("deaths", "county", "gender", "race", "deaths", "population", "crude rate"))
                .isEmpty();
        assertThat(toldOf("deaths", "patient_id", "gender", "race", "deaths", "population"))
                .contains("racial_or_ethnic_origin");
    }

    @Test
    void takesAHintOfSomethingSpecialOnlyInATableAboutIt() {
        assertThat(toldOf("customers", "customer_name", "condition", "route", "charge", "last visit"))
                .containsOnly("contact.name");
        assertThat(toldOf("clinic", "patient_name", "diagnosis", "medication", "condition"))
                .containsExactly(
                        "contact.name", "health.medical_history", "health.treatment", "health.medical_history");
    }

    @Test
    void takesATableWithBothHalvesOfANameForOneAboutPeople() {
        assertThat(toldOf("camp", "Camper Last", "Camper First", "Meds @ camp", "Bus stop", "Bunk"))
                .contains("health.treatment");
    }

    @Test
    void takesTheLatitudeOfAHomeForSomebodys() {
        assertThat(toldOf("readings", "meter", "home_lat", "home_lon", "kwh")).contains("precise_location");
        assertThat(toldOf("readings", "meter", "lat", "lon", "kwh")).isEmpty();
    }

    @Test
    void takesAGenreForAKindOfThing() {
        assertThat(HeaderReading.of("Genre", DETECTORS).ofSomebody()).isFalse();
        assertThat(HeaderReading.of("Sexe", DETECTORS).ofSomebody()).isTrue();
    }

    @Test
    void knowsOnePersonFromManyAndFromShares() {
        assertThat(DETECTORS.headerWords().isOfSomebody("patient_no")).isTrue();
        assertThat(DETECTORS.headerWords().isOfSomebody("children")).isFalse();
        assertThat(DETECTORS.headerWords().isOfSomebody("share_non_citizen")).isFalse();
    }

    @Test
    void takesTheNameOfAThingForNobodys() {
        assertThat(HeaderReading.of("dog_name", DETECTORS).ofNothing()).isTrue();
        assertThat(HeaderReading.of("name", DETECTORS).ofNothing()).isFalse();
        assertThat(HeaderReading.of("xyz_name", DETECTORS).ofUnknown()).isTrue();
    }

    @Test
    void findsTwoHalvesOfANameBesideEachOther() {
        assertThat(told("rcv_first", "rcv_last")).containsExactly("contact.name", "contact.name");
        assertThat(told("rcv_first", "other")).isEmpty();
    }

    @Test
    void takesABillingZipForSomebodysAndAStoresForNobodys() {
        assertThat(told("billing_zip")).containsExactly("contact.postal_code");
        assertThat(told("zip")).isEmpty();
    }

    @Test
    void tellsCountsFromThoseWhoAreCounted() {
        assertThat(DETECTORS.headerWords().isOfSomebody("n_respondents")).isFalse();
        assertThat(DETECTORS.headerWords().isOfSomebody("avg_employee_cnt")).isFalse();
        assertThat(DETECTORS.headerWords().isOfSomebody("respondent_id")).isTrue();
        assertThat(toldOf("x", "flag_phone", "phone")).containsExactly("contact.phone");
    }

    @Test
    void takesTheReadingOfACompanysNameForTheCompanys() {
        assertThat(told("会社名", "フリガナ")).isEmpty();
        assertThat(told("氏名", "フリガナ")).containsExactly("contact.name", "contact.name");
    }

    @Test
    void tellsNothingSpecialOfSumsAndLists() {
        assertThat(toldOf("drug_use_by_age", "age", "diabetes")).isEmpty();
        assertThat(toldOf("drug_use", "age", "diabetes")).containsExactly("health.medical_history");
        assertThat(toldOf("kyc", "lei", "isin", "diabetes")).isEmpty();
        assertThat(toldOf("sites", "lat", "lon", "wheelchair")).isEmpty();
    }

    @Test
    void tellsNothingSpecialByOneColumnOfATableThatTellsNobodyApart() {
        assertThat(toldOf("t", "a1", "a2", "a3", "a4", "religion", "a6")).isEmpty();
        assertThat(toldOf("t", "respondent_id", "a2", "a3", "a4", "religion", "a6"))
                .containsExactly("religious_belief");
        assertThat(toldOf("gallery", "image_id", "camera", "captured_on", "face_template", "notice_shown"))
                .containsExactly("biometric.face");
    }

    @Test
    void takesAManagerForNoSubject() {
        assertThat(toldOf("t", "lei", "manager_name", "diagnosis")).containsExactly("contact.name");
        assertThat(toldOf("t", "patient_name", "diagnosis")).containsExactly("contact.name", "health.medical_history");
    }

    @Test
    void knowsAGenomesVariantByTheNumberThatDatabasesGiveIt() {
        assertThat(told("rs671")).containsExactly("genetic");
        assertThat(told("rs1800562_A")).containsExactly("genetic");
        assertThat(told("rs")).isEmpty();
    }

    @Test
    void takesTheBirthOfAnAnimalForNobodys() {
        assertThat(toldOf("kennel", "dog_name", "dob")).isEmpty();
        assertThat(toldOf("kennel", "dog_name", "owner_dob")).containsExactly("birth_date");
    }

    private static List<String> told(String... columns) {
        return toldOf("t", columns);
    }

    private static List<String> toldOf(String table, String... columns) {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, table);
        profiler.columns(List.of(columns));
        return profiler.profile().columns().stream()
                .flatMap(column -> column.classifications().stream())
                .map(Classification::category)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsOfEachKind(WordKind kind) {
        assertThat(DETECTORS.headerWords().words().get(kind).whole()).isNotEmpty();
    }

    @Test
    void writesNothingOutToWordsThatNobodyShortens() {
        assertThat(DETECTORS.headerWords().is(WordKind.WHOSE, "describes")).isTrue();
        assertThat(DETECTORS.headerWords().inFull("Describ.")).isEqualTo("Describ.");
    }
}
