package org.trainingaudit.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

class TaxonomyTest {

    private final Faults faults = new Faults();

    @Test
    void knowsWhichCategoryStandsUnderWhich() {
        Taxonomy taxonomy = load("""
                categories:
                  health: {name: {en: Health, ja: 健康}, since: "0.1"}
                  health.mental: {parent: health, name: {en: Mental health, ja: 精神}, since: "0.1"}
                  child: {name: {en: Child, ja: 子ども}, since: "0.1"}
                """);
        assertThat(faults.text()).isEmpty();
        assertThat(taxonomy.isUnder("health.mental", "health")).isTrue();
        assertThat(taxonomy.isUnder("health", "health")).isTrue();
        assertThat(taxonomy.isUnder("health", "health.mental")).isFalse();
        assertThat(taxonomy.isUnder("child", "health")).isFalse();
        assertThat(taxonomy.isUnder("unheard", "health")).isFalse();
    }

    @Test
    void tellsUnknownParentsAndHeirsAndRings() {
        load("""
                categories:
                  health: {parent: helth, name: {en: Health, ja: 健康}, since: "0.1"}
                  a: {parent: b, name: {en: A, ja: A}, since: "0.1"}
                  b: {parent: a, name: {en: B, ja: B}, since: "0.1", heir: c}
                """);
        assertThat(faults.text())
                .contains("category 'health': unknown parent 'helth'; did you mean 'health'?")
                .contains("category 'a' is its own ancestor")
                .contains("category 'b': unknown heir 'c'");
    }

    /** Whoever gathers faults asks on before they are told. */
    @Test
    void answersAlsoWhereCategoriesGoInARing() {
        Taxonomy taxonomy = load("""
                categories:
                  a: {parent: b, name: {en: A, ja: A}, since: "0.1"}
                  b: {parent: a, name: {en: B, ja: B}, since: "0.1"}
                """);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(taxonomy.isUnder("a", "b")).isTrue();
            assertThat(taxonomy.isUnder("a", "c")).isFalse();
        });
    }

    private Taxonomy load(String yaml) {
        return Taxonomy.load(ConfigFiles.of(ConfigFile.of("taxonomy.yaml", yaml)), faults);
    }
}
