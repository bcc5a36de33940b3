package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the code books of config/detectors say of columns whose names say nothing. */
class CodeBookTest {

    private static final Detectors DETECTORS = Shipped.detectors();

    @Test
    void knowsAColumnByTheBookOfItsNeighbours() {
        assertThat(toldOf("women", "caseid", "v000", "v024", "v130", "v131"))
                .containsOnly(Map.entry("v130", "religious_belief"), Map.entry("v131", "racial_or_ethnic_origin"));
        assertThat(toldOf("women", "id", "v130", "v131")).isEmpty();
    }

    @Test
    void readsFieldsOfACohortHoweverTheyAreWritten() {
        assertThat(toldOf("extract", "eid", "21000-0.0", "31-0.0"))
                .containsEntry("21000-0.0", "racial_or_ethnic_origin");
        assertThat(toldOf("extract", "f.eid", "f.21000.0.0")).containsEntry("f.21000.0.0", "racial_or_ethnic_origin");
        assertThat(toldOf("extract", "eid", "p2159_i0")).containsEntry("p2159_i0", "sexual_orientation");
    }

    @Test
    void believesTheBookWhereItSaysThatAColumnIsNobodys() {
        assertThat(toldOf("gss", "wtssall", "polviews", "year", "happy")).containsOnlyKeys("polviews");
    }

    @Test
    void needsTwoColumnsOfABook() {
        assertThat(DETECTORS.coded(List.of("v130", "price", "v000"))).isEmpty();
        assertThat(DETECTORS.coded(List.of("v130", "v024", "v000"))).containsEntry("v130", Set.of("religion"));
    }

    private static Map<String, String> toldOf(String table, String... columns) {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, table);
        profiler.columns(List.of(columns));
        Map<String, String> told = new TreeMap<>();
        profiler.profile()
                .columns()
                .forEach(column -> column.classifications().stream()
                        .findFirst()
                        .ifPresent(first -> told.put(column.name(), first.category())));
        return told;
    }
}
