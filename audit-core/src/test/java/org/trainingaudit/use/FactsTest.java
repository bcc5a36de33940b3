package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final Fact FACT = new Fact(
            "consentObtained",
            new FactValue.Bool(true),
            "register:r.csv:2",
            Optional.of(FIRST),
            Optional.empty(),
            Optional.of(LAST));

    @Test
    void holdFromTheirFirstDayToTheirLast() {
        Facts facts = Facts.of(List.of(FACT));

        assertThat(facts.on(FIRST.minusDays(1)).all()).isEmpty();
        assertThat(facts.on(FIRST).all()).containsExactly(FACT);
        assertThat(facts.on(LAST).all()).containsExactly(FACT);
        assertThat(facts.on(LAST.plusDays(1)).all()).isEmpty();
    }

    @Test
    void areSortedAndTheLaterCounts() {
        Fact other = Fact.of("activity", FactValue.Members.of(List.of()), "input");
        Fact later = Fact.of("consentObtained", new FactValue.Bool(false), "input");

        Facts facts = Facts.of(List.of(FACT)).with(List.of(later, other));

        assertThat(facts.all()).containsExactly(other, later);
        assertThat(facts.get("consentObtained")).contains(later);
    }
}
