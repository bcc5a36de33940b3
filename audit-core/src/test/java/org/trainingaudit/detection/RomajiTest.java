package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RomajiTest {

    @Test
    void writesAWordInEachOfTheUsualWays() {
        assertThat(Romaji.spellings("shōgai"))
                .contains("shogai", "shougai", "shoogai", "shohgai", "syogai", "syougai")
                .doesNotContain("shōgai");
    }

    @Test
    void knowsTheOfficialSystem() {
        assertThat(Romaji.spellings("shimei")).containsExactly("shimei", "simei");
        assertThat(Romaji.spellings("jūsho")).contains("jusho", "juusho", "zyusyo", "zyuusyo");
        assertThat(Romaji.spellings("tsūin")).contains("tsuin", "tuin", "tuuin");
    }

    @Test
    void findsColumnsHoweverTheyAreWritten() {
        Detectors detectors = Shipped.detectors();
        for (String name : new String[] {"BYOMEI", "byoumei", "BYOUMEI_CD", "kiouReki"}) {
            assertThat(HeaderReading.of(name, detectors).named()).as(name).containsKey("condition");
        }
        for (String name : new String[] {"JUUSYO", "GEN_JUSHO", "zyusyo"}) {
            assertThat(HeaderReading.of(name, detectors).named()).as(name).containsKey("address");
        }
    }
}
