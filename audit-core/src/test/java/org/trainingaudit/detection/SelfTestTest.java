package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

class SelfTestTest {

    @Test
    void findsNoBlindOneAmongTheShippedDetectors() {
        assertThat(Shipped.detectors().blind()).isEmpty();
    }

    @Test
    void tellsADetectorThatDoesNotFindItsOwnExample() {
        assertThat(of("badge", "example: badge AB-1234", "[a-z]{2}-[0-9]{5}").blind())
                .containsExactly("badge");
    }

    @Test
    void isContentWithOneThatFindsIt() {
        assertThat(of("badge", "example: badge AB-12345", "[a-z]{2}-[0-9]{5}").blind())
                .isEmpty();
    }

    @Test
    void triesAColumnNameWhereThereIsNoExample() {
        assertThat(of("badge", "names: [staff badge]", "[a-z]{2}-[0-9]{5}").blind())
                .isEmpty();
    }

    @Test
    void holdsOneThatHasNothingToBeTriedOnForBlind() {
        assertThat(of("badge", "hints: [badge]", "[a-z]{2}-[0-9]{5}").blind()).containsExactly("badge");
    }

    private static Detectors of(String id, String more, String regex) {
        String yaml = """
                detectors:
                  - id: %s
                    category: government_id
                    %s
                    patterns:
                      - regex: '%s'
                        alone: 80
                        labelled: 90
                """.formatted(id, more, regex);
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(ConfigFile.of("detectors/own.yaml", yaml));
        Detectors detectors = Detectors.load(files, Shipped.taxonomy(faults), faults);
        assertThat(faults.text()).isEmpty();
        return detectors;
    }
}
