package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.detection.ValueGrain.Of;

class GrainColumnsTest {

    private static List<ValueGrain> of(String column, List<String> values) {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "t");
        SideColumns side = SideColumns.before(profiler, Shipped.detectors(), Optional.empty());
        side.columns(List.of(column));
        values.forEach(value -> side.row(new Cells(List.of(value))));
        return side.counts().grains(profiler.counts());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            age,        89,         -,            the oldest that may be told
            age,        90,         AGE_OVER_89,  .
            Age,        ' 94 ',     AGE_OVER_89,  blanks around it
            patient_age, 101,       AGE_OVER_89,  .
            年齢,        ９５歳,      AGE_OVER_89,  full width with its unit
            age,        900,        -,            no age
            age,        90s,        AGE_OVER_89,  an age of ninety and more
            wage,       95,         -,            the word isn't in it
            zip_code,   12345,      SMALL_AREA,   .
            zip,        123,        LARGE_AREA,   .
            zip3,       123**,      LARGE_AREA,   what was taken off is shown
            zip3,       036,        SMALL_AREA,   few people
            zip3,       000,        LARGE_AREA,   stands for all of these
            zip,        12345-6789, SMALL_AREA,   .
            郵便番号,     100-0001,   SMALL_AREA,   .
            seen,       2024-03-01, DATE,         .
            seen,       2024-03,    DATE,         .
            seen,       2024,       -,            a year alone
            """)
    void tellsHowFineAValueIs(String column, String value, String expected, String note) {
        assertThat(of(column, List.of(value)).stream().map(ValueGrain::of))
                .as(note)
                .isEqualTo(expected.equals("-") ? List.of() : List.of(Of.valueOf(expected)));
    }

    @Test
    void tellsManyFromAChance() {
        List<String> rare = new java.util.ArrayList<>(java.util.Collections.nCopies(99, "ward 3"));
        rare.add("2024-03-01");
        assertThat(of("where", rare)).containsExactly(new ValueGrain("where", Of.DATE, false));
        assertThat(of("where", rare.subList(90, 100))).containsExactly(new ValueGrain("where", Of.DATE, true));
    }

    @Test
    void seesRunningText() {
        assertThat(of("note", List.of("The patient came in on Tuesday and was seen by the nurse on duty that night.")))
                .containsExactly(new ValueGrain("note", Of.TEXT, true));
    }
}
