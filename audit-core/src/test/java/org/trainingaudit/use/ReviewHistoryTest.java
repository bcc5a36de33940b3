package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.ColumnReview.Decision;
import tools.jackson.databind.json.JsonMapper;

class ReviewHistoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final ReviewHistory history = new ReviewHistory();

    private static ColumnReview review(long number, Decision decision, LocalDate day) {
        return new ColumnReview(
                number, "own/a", "notes", "contact.name", decision, "dpo-1", "seen", day, "f1", Optional.empty());
    }

    private List<Long> known(LocalDate day) {
        return history.of("own/a", Optional.of(day)).stream()
                .map(ColumnReview::number)
                .toList();
    }

    @Test
    void readsBackWhatWasWritten() {
        ColumnReview review = review(3, Decision.REJECTED, MONDAY);
        history.add(ColumnReviews.decided(review));
        assertThat(history.all()).containsExactly(review);
    }

    @Test
    void knowsWhatStoodOnEachDay() {
        history.add(ColumnReviews.decided(review(1, Decision.REJECTED, MONDAY)));
        history.add(ColumnReviews.decided(review(2, Decision.CONFIRMED, MONDAY.plusDays(2))));
        ColumnReview second = history.all().get(1);
        history.add(ColumnReviews.withdrawn(second, MONDAY.plusDays(4), "dpo-2", "by mistake"));
        assertThat(known(MONDAY.minusDays(1))).isEmpty();
        assertThat(known(MONDAY.plusDays(1))).containsExactly(1L);
        assertThat(known(MONDAY.plusDays(2))).containsExactly(2L);
        assertThat(known(MONDAY.plusDays(3))).containsExactly(2L);
        assertThat(known(MONDAY.plusDays(4))).as("the first isn't revived").isEmpty();
        assertThat(history.of("own/a", Optional.empty())).isEmpty();
        assertThat(history.of("own/b", Optional.of(MONDAY))).isEmpty();
    }

    @Test
    void changesNothingWhenANewLogSaysItAgain() {
        ColumnReview first = review(1, Decision.REJECTED, MONDAY);
        ColumnReview second = review(2, Decision.CONFIRMED, MONDAY.plusDays(2));
        history.add(ColumnReviews.decided(first));
        history.add(ColumnReviews.decided(second));
        List<ColumnReview> before = history.all();
        history.add(ColumnReviews.decided(first));
        history.add(ColumnReviews.decided(second));
        assertThat(history.all()).isEqualTo(before);
    }

    @Test
    void refusesADecisionThatItDoesNotKnow() {
        assertThatThrownBy(() -> history.add(JsonMapper.shared().readTree("{\"decision\":\"perhaps\"}")))
                .hasMessageContaining("expected confirmed, rejected or withdrawn, but found 'perhaps'");
    }
}
