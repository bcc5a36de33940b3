package org.trainingaudit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a password must be. */
class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "changeme",
                "{noop}x",
                "Password1234",
                "qwertyuiop12",
                "aaaaaaaaaaaaaa",
                "ADMINistrator"
            })
    void refusesWhatIsShortOrWellKnown(String password) {
        assertThat(PasswordRules.fault("admin", password)).isPresent();
        // The sentence has the word in it by itself.
        String said = PasswordRules.fault("admin", password).orElseThrow().replace("the password", "");
        assertThat(said.contains(password)).isEqualTo(password.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "正しい馬の電池の針をさがす", "x7#kQp!v2mNz"})
    void takesWhatIsLongAndNobodysGuess(String password) {
        assertThat(PasswordRules.fault("admin", password)).isEmpty();
    }

    @Test
    void refusesTheNameWithLittleAdded() {
        assertThat(PasswordRules.fault("dpo-hoshimi", "dpo-hoshimi12")).isPresent();
    }
}
