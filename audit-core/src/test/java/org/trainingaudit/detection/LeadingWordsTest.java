package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?:password|pwd)(?: is|=)[0-9]; password pwd",
                "(?:door|safe)(?: code)? ?[0-9]; door safe",
                "(?:x|key)?id:; id xid keyid",
                "mot de passe; mot",
                "(?:контр|senha|contraseña)=; senha"
            })
    void areTheRunsOfLettersWithWhichAMatchCanBegin(String regex, String words) {
        assertThat(of("(?<![A-Za-z0-9_]|[0-9][-.])" + regex)).contains(Set.of(words.split(" ")));
    }

    @Test
    void areNoneWhereAsciiCanNotMatch() {
        assertThat(of("(?<!\\p{L})手帳[0-9]")).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pin: [0-9]", // may begin within a word
                "(?<![a-y])pin: ", // the same behind a z
                "(?<!\\p{L})(?:AKIA|ASIA)[A-Z0-9]{16}", // goes on with letters
                "(?<!\\p{L})pins?", // nothing tells where the word ends
                "(?<!\\p{L})[a-f]x=", // one of several letters
                "(?<!\\p{L})(?:pin|[0-9])=", // may begin with a digit
                "(?<!\\p{L})a{2}=",
                "(?<=:)pin="
            })
    void arentKnownOfOthers(String regex) {
        assertThat(of(regex)).isEmpty();
    }

    private static Optional<Set<String>> of(String regex) {
        Alphabet alphabet = new Alphabet();
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        return RegexReader.read(pattern, alphabet).flatMap(read -> LeadingWords.of(read.regex(), alphabet));
    }
}
