package org.trainingaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES = List.of("health.treatment", "health.mental", "criminal.record");

    @ParameterizedTest
    @CsvSource({"health.tretment, health.treatment", "Health.Mental, health.mental", "criminal.reocrd, criminal.record"
    })
    void findsWhatWasMeant(String wrong, String meant) {
        assertThat(Nearest.hint(wrong, NAMES)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Nearest.hint("biometric.face", NAMES)).isEmpty();
        assertThat(Nearest.hint("x", List.of())).isEmpty();
    }
}
