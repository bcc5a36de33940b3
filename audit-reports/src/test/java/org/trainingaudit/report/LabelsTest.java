package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private final Properties english = load("messages.properties");
    private final Properties japanese = load("messages_ja.properties");

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void haveTheSamePlacesInBothLanguages() {
        for (String key : english.stringPropertyNames()) {
            if (!key.startsWith("day.")) {
                int inEnglish =
                        new MessageFormat(english.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex().length;
                int inJapanese =
                        new MessageFormat(japanese.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex().length;
                assertThat(inJapanese).as(key).isEqualTo(inEnglish);
            }
        }
    }

    @Test
    void areEnglishAlsoOnAJapaneseMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            assertThat(new Labels(Locale.ENGLISH).text("incomplete")).isEqualTo("Incomplete");
            assertThat(new Labels(Locale.ENGLISH).number(1_234_567)).isEqualTo("1,234,567");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writeChangesWithASign() {
        Labels labels = new Labels(Locale.ENGLISH);

        assertThat(labels.change(2)).isEqualTo("+2");
        assertThat(labels.change(-1234)).isEqualTo("\u22121,234");
        assertThat(labels.change(0)).isEqualTo("0");
    }

    private static Properties load(String name) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(TrailFixture.resource(name)));
            return properties;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
