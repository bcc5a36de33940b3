package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trainingaudit.trail.CanonicalCursor;
import org.trainingaudit.use.FactValue;

class StatedTest {

    @Test
    void isADayWhereTheCatalogueSaysSoAndItReadsAsOne() {
        assertThat(stated("\"2026-11-21\"").value(true)).contains(new FactValue.Day(LocalDate.of(2026, 11, 21)));
        assertThat(stated("\"2026-11-21\"").value(false)).contains(new FactValue.Text("2026-11-21"));
    }

    /** The catalogue may call a day today what was a text when it was recorded; rules then read it as unknown. */
    @Test
    void staysATextWhereItReadsAsNoDay() {
        assertThat(stated("\"on file\"").value(true)).contains(new FactValue.Text("on file"));
    }

    @Test
    void showsPeopleAndTheirAgesAsBands() {
        assertThat(shown("distinctSubjects", "1234")).isEqualTo("1000-1999");
        assertThat(shown("minAge", "15")).isEqualTo("13-15");
        assertThat(shown("retentionDays", "15")).isEqualTo("15");
    }

    private static String shown(String fact, String json) {
        return new StatedFact(fact, stated(json), "register:uses.csv", "", "", "").shown();
    }

    private static Stated stated(String json) {
        CanonicalCursor cursor = new CanonicalCursor();
        cursor.over(json.getBytes(StandardCharsets.UTF_8), 0);
        return Stated.of(cursor);
    }
}
