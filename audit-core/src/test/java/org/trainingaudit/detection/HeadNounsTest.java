package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadNounsTest {

    private static Map<String, Double> named(String name) {
        return HeaderReading.of(name, Shipped.detectors()).named();
    }

    @ParameterizedTest
    @ValueSource(strings = {"妊婦住所", "被告人の住所", "要介護者住所", "被害者住所"})
    void takesWhatStandsLastForWhatTheColumnHolds(String name) {
        double address = named(name).getOrDefault("address", 0.0);
        assertThat(named(name).entrySet()).allMatch(one -> one.getKey().equals("address") || one.getValue() < address);
        assertThat(address).isGreaterThan(ColumnVote.TOLD_FROM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通報者名", "施主名", "妊婦名", "組合員名（カナ）", "納税義務者の氏"})
    void takesTheNameOfWhoeverForAName(String name) {
        assertThat(named(name)).containsKey("person-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"製造業者名", "落札者名", "品名", "遺伝子名"})
    void takesNoFirmAndNoThingForSomebody(String name) {
        assertThat(named(name)).doesNotContainKey("person-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"検査料", "接種会場", "診断キット", "診断時年齢", "労働組合数", "教会数", "負傷者数", "検査機関名"})
    void takesNoPlacePriceAgeOrCountForSomebodysHealthOrBelief(String name) {
        assertThat(named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"赤血球数", "通院回数", "妊娠週数", "心拍数"})
    void countsWhatIsCountedOfOnePerson(String name) {
        HeaderReading reading = HeaderReading.of(name, Shipped.detectors());
        assertThat(reading.named().isEmpty() && reading.ofMany().isEmpty()).isFalse();
    }
}
