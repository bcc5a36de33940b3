package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;

class DatasetSettingsTest {

    private final Faults faults = new Faults();

    private Optional<DatasetSettings> bind(String yaml) {
        return ConfigFile.of("application.yaml", yaml)
                .parse(faults)
                .flatMap(node -> Binder.kebabCase(faults).bind(node, DatasetSettings.class));
    }

    private static ReadResult result(long read, long rejected) {
        Map<String, Long> by = rejected == 0 ? Map.of() : Map.of("ragged", rejected);
        return new ReadResult(List.of("a"), read, rejected, new TreeMap<>(by), "csv");
    }

    @Test
    void hasItsDefaults() {
        DatasetSettings settings = bind("{}").orElseThrow();
        assertThat(settings).isEqualTo(DatasetSettings.defaults());
        assertThat(settings.limits()).isEqualTo(new Limits(16_384, 4_194_304, 68_719_476_736L));
        assertThat(settings.rehashAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.blockSize()).isEqualTo(33_554_432);
        assertThat(settings.allowsHost("localhost")).isFalse();
        assertThat(settings.timeoutSeconds()).isEqualTo(3600);
        assertThat(settings.countsCombinations()).isTrue();
        assertThat(settings.refusal(result(1000, 20))).isEmpty();
        assertThat(settings.refusal(result(1000, 21))).isPresent();
        assertThat(settings.refusal(result(10_000, 100))).isEmpty();
        assertThat(settings.refusal(result(10_000, 101))).isPresent();
    }

    @Test
    void takesEachProperty() {
        DatasetSettings settings = bind("""
                        max-columns: 7
                        max-row-bytes: 2048
                        max-unpacked-bytes: 9
                        max-entries: 8
                        max-text-bytes: 2000
                        rehash-after-days: 3
                        block-bytes: 4096
                        count-combinations: false
                        jdbc-hosts: [db.example]
                        jdbc-timeout-seconds: 5
                        reject-limit-count: 1
                        reject-limit-per-million: 0
                        """).orElseThrow();
        assertThat(settings.limits()).isEqualTo(new Limits(7, 2048, 9, 8, 2000));
        assertThat(settings.rehashAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(settings.blockSize()).isEqualTo(4096);
        assertThat(settings.allowsHost("db.example")).isTrue();
        assertThat(settings.timeoutSeconds()).isEqualTo(5);
        assertThat(settings.countsCombinations()).isFalse();
        assertThat(settings.refusal(result(100, 1))).isEmpty();
        assertThat(settings.refusal(result(1_000_000, 2)).orElseThrow().message())
                .contains("2 of 1000000 rows rejected")
                .contains("{ragged=2}");
    }

    @Test
    void refusesWhatCanNotBe() {
        assertThat(bind("{max-columns: 0, max-row-bytes: 1, reject-limit-count: -1, max-rows: 3}"))
                .isEmpty();
        assertThat(faults.text()).contains("unknown key 'max-rows'");
        assertThat(bind("{max-columns: 0, max-row-bytes: 1, reject-limit-count: -1}"))
                .isEmpty();
        assertThat(faults.text())
                .contains("'max-columns'")
                .contains("'max-row-bytes'")
                .contains("'reject-limit-count'");
    }

    @Test
    void doesNotCallADatasetReadOfWhichNoRowWasGood() {
        assertThat(DatasetSettings.defaults()
                        .refusal(result(2, 2))
                        .orElseThrow()
                        .reason())
                .isEqualTo(Refusal.Reason.OVER_LIMIT);
        assertThat(DatasetSettings.defaults().refusal(result(0, 0))).isEmpty();
    }
}
