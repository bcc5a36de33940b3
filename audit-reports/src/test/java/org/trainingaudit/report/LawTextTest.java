package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;

class LawTextTest {

    private static final String TAXONOMY = """
            categories:
              health: {name: {en: Health, ja: 健康}, since: "0.1"}
              health.treatment: {parent: health, name: {en: Treatment, ja: 治療}, since: "0.1"}
              criminal: {name: {en: Crime, ja: 犯罪}, since: "0.1"}
              voice: {name: {en: Voice, ja: 声}, since: "0.1"}
            """;
    private static final String BASE = """
            regime: eu-gdpr
            name: {en: European law, ja: 欧州法}
            sets:
              sensitive: {categories: [health], open: [voice]}
            steps:
              applies: {date: 2018-05-25}
            rules:
              - {id: EU-03, kind: duty, from: applies, citation: Art. 9, requires: {legalBasis.eu: a}}
              - {id: EU-04, kind: duty, citation: Art. 10, requires: {passes: EU-03}}
              - {id: EU-40, kind: exemption, requires: {legalBasis.eu: [b, c]}, exempts: [EU-03]}
            """;
    private static final String EXTENDING = """
            regime: uk-gdpr
            extends: eu-gdpr
            prefix: {EU: UK}
            rename: {legalBasis.eu: legalBasis.uk}
            rules:
              - {id: UK-04, kind: duty, citation: Art. 10 as amended, requires: {dpiaCompleted: true}}
            """;

    @Test
    void readsTheExemptionsThatAnExtendingRegimeTakesOverUnderItsOwnIds() {
        LawText law = law(BASE, EXTENDING);

        assertThat(law.exemptionsOf("eu-gdpr", "EU-03")).containsExactly("EU-40");
        assertThat(law.exemptionsOf("uk-gdpr", "UK-03")).containsExactly("UK-40");
    }

    @Test
    void readsTheFactsOfRulesTakenOverByTheNamesThatTheyHaveThere() {
        LawText law = law(BASE, EXTENDING);

        assertThat(law.rule("eu-gdpr", "EU-03").names()).containsExactly("legalBasis.eu");
        assertThat(law.rule("uk-gdpr", "UK-03").names()).containsExactly("legalBasis.uk");
    }

    @Test
    void takesOverWhatAnExtendingRegimeDoesNotReplace() {
        LawText law = law(BASE, EXTENDING);

        assertThat(law.rule("uk-gdpr", "UK-03").citation()).isEqualTo("Art. 9");
        assertThat(law.rule("uk-gdpr", "UK-04").citation()).isEqualTo("Art. 10 as amended");
        assertThat(law.step("uk-gdpr", "applies").day()).isEqualTo("2018-05-25");
        assertThat(law.regimes()).containsExactly("eu-gdpr", "uk-gdpr");
        assertThat(law.name("uk-gdpr")).isEmpty();
    }

    @Test
    void namesTheExemptionsThatLiftEveryRule() {
        LawText law = law(BASE + "  - {id: EU-50, kind: exemption, requires: {passes: EU-04}, exempts: all}\n");

        assertThat(law.exemptionsOf("eu-gdpr", "EU-03")).containsExactly("EU-40", "EU-50");
        assertThat(law.exemptionsOf("eu-gdpr", "EU-04"))
                .as("the exemption rests on it")
                .isEmpty();
        assertThat(law.exemptionsOf("eu-gdpr", "EU-40"))
                .as("it lifts no exemption")
                .isEmpty();
    }

    @Test
    void namesTheExemptionsOfARegimeThatAmends() {
        LawText law = law(BASE, """
                regime: eu-gdpr-2030
                amends: eu-gdpr
                rules:
                  - {id: E30-01, kind: exemption, requires: {dpiaCompleted: true}, exempts: [eu-gdpr/EU-03]}
                """);

        assertThat(law.exemptionsOf("eu-gdpr", "EU-03")).containsExactly("EU-40", "eu-gdpr-2030/E30-01");
        assertThat(law.exemptionsOf("eu-gdpr", "EU-04")).isEmpty();
        assertThat(law.exemptionsOf("eu-gdpr-2030", "EU-03")).isEmpty();
    }

    /** An amending regime may name a rule of the amended one by its id alone, where it has none of that id itself. */
    @Test
    void namesTheExemptionsThatAnAmendingRegimeWritesWithoutTheOthersName() {
        LawText law = law(BASE, """
                regime: eu-gdpr-2030
                amends: eu-gdpr
                rules:
                  - {id: EU-04, kind: duty, requires: {dpiaCompleted: true}}
                  - {id: E30-01, kind: exemption, requires: {dpiaCompleted: true}, exempts: [EU-03, EU-04]}
                """);

        assertThat(law.exemptionsOf("eu-gdpr", "EU-03")).containsExactly("EU-40", "eu-gdpr-2030/E30-01");
        assertThat(law.exemptionsOf("eu-gdpr", "EU-04")).as("its own is meant").isEmpty();
        assertThat(law.exemptionsOf("eu-gdpr-2030", "EU-04")).containsExactly("E30-01");
    }

    @Test
    void tellsWhatARegimeCallsSensitiveFromWhatItMay() {
        LawText law = law(BASE, EXTENDING);
        Set<String> both = new TreeSet<>(Set.of("eu-gdpr", "uk-gdpr"));

        assertThat(law.sensitiveIn("health.treatment", both)).containsExactly("eu-gdpr", "uk-gdpr");
        assertThat(law.sensitiveIn("voice", both)).isEmpty();
        assertThat(law.mayBeSensitive("uk-gdpr", "voice")).isTrue();
        assertThat(law.mayBeSensitive("uk-gdpr", "criminal")).isFalse();
        assertThat(law.mayBeSensitive("unknown", "health")).isFalse();
    }

    @Test
    void readsTheOwnSensitiveSetInPlaceOfTheOneTakenOver() {
        LawText law = law(BASE, EXTENDING + "sets:\n  sensitive: {categories: [criminal]}\n");

        assertThat(law.mayBeSensitive("uk-gdpr", "criminal")).isTrue();
        assertThat(law.mayBeSensitive("uk-gdpr", "health")).isFalse();
        assertThat(law.sensitiveIn("health", Set.of("uk-gdpr"))).isEmpty();
    }

    @Test
    void endsWhereARegimeExtendsItself() {
        LawText law = law("regime: round\nextends: round\nrules:\n  - {id: R-1, citation: Art. 1}\n");

        assertThat(law.rule("round", "R-1").citation()).isEqualTo("Art. 1");
    }

    private static LawText law(String... packs) {
        ConfigFile[] files = new ConfigFile[packs.length + 1];
        files[0] = ConfigFile.of("taxonomy.yaml", TAXONOMY);
        for (int i = 0; i < packs.length; i++) {
            files[i + 1] = ConfigFile.of("regimes/" + i + ".yaml", packs[i]);
        }
        ConfigFiles configuration = ConfigFiles.of(files);
        return new LawText(configuration, Taxonomy.load(configuration, new Faults()));
    }
}
