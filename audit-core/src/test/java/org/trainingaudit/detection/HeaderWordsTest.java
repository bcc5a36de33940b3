package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of column names that stand in config/detectors, and what they change. */
class HeaderWordsTest {

    private static final Detectors DETECTORS = Shipped.detectors();

    @Test
    void takesUnitsOffTheEndOfAName() {
        assertThat(DETECTORS.headerWords().plain("hb_g_dl")).isEqualTo("hb");
        assertThat(DETECTORS.headerWords().plain("kg")).isEqualTo("kg");
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

    private static List<String> told(String... columns) {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "t");
        profiler.columns(List.of(columns));
        return profiler.profile().columns().stream()
                .flatMap(column -> column.classifications().stream())
                .map(Classification::category)
                .toList();
    }
}
