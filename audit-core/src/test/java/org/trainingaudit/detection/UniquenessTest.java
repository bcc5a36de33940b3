package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trainingaudit.dataset.Combinations;

class UniquenessTest {

    @Test
    void countsRowsThatAreAloneWithTheirBirthDateSexAndPostcode() {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "visits");
        profiler.columns(List.of("birth_date", "sex", "zip_code", "amount"));
        profiler.row(new Cells(List.of("1980-02-03", "F", "1000001", "5")));
        profiler.row(new Cells(List.of("1980-02-03", "F", "1000001", "7")));
        profiler.row(new Cells(List.of("1980-02-03", "M", "1000001", "7")));
        assertThat(profiler.profile().uniqueness())
                .contains(new Uniqueness(List.of("birth_date", "sex", "zip_code"), 3, 2, 1, 1, true));
    }

    @Test
    void doesNotRunNeighbouringValuesTogether() {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "visits");
        profiler.columns(List.of("sex", "年齢"));
        profiler.row(new Cells(List.of("F1", "2")));
        profiler.row(new Cells(List.of("F", "12")));
        assertThat(profiler.profile().uniqueness().orElseThrow().groups()).isEqualTo(2);
    }

    @Test
    void saysNothingOfATableWithoutSuchColumns() {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "parts");
        profiler.columns(List.of("sku", "weight", "sex"));
        assertThat(profiler.profile().uniqueness()).isEmpty();
    }

    @Test
    void namesTheColumnsWhereNobodyWantsThemCountedAndSaysNothingElseOfThem() {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), "visits", Combinations.UNCOUNTED);
        profiler.columns(List.of("birth_date", "sex", "zip_code", "amount"));
        profiler.row(new Cells(List.of("1980-02-03", "F", "1000001", "5")));
        DatasetProfile profile = profiler.profile();
        assertThat(profile.uniqueness()).isEmpty();
        assertThat(profile.uncounted()).containsExactly("birth_date", "sex", "zip_code");
        assertThat(profiler.part().groups()).isEmpty();
        assertThat(profile.columns().get(0).classifications())
                .extracting(Classification::category)
                .containsExactly("birth_date");
    }

    @Test
    void namesNoColumnsWhereThereIsNothingToCountOrAllIsCounted() {
        DatasetProfiler parts = new DatasetProfiler(Shipped.detectors(), "parts", Combinations.UNCOUNTED);
        parts.columns(List.of("sku", "weight", "sex"));
        assertThat(parts.profile().uncounted()).isEmpty();
        DatasetProfiler visits = new DatasetProfiler(Shipped.detectors(), "visits");
        visits.columns(List.of("birth_date", "sex"));
        assertThat(visits.profile().uncounted()).isEmpty();
    }

    @Test
    void estimatesInBoundedMemoryWhateverTheOrderAndTheParts() {
        List<Long> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60_000; i++) {
            long hash = random.nextLong();
            rows.add(hash);
            if (i % 3 != 0) {
                rows.add(hash);
            }
        }
        GroupSample inOrder = new GroupSample();
        rows.forEach(inOrder::see);
        Collections.shuffle(rows, random);
        GroupSample first = new GroupSample();
        GroupSample second = new GroupSample();
        for (int i = 0; i < rows.size(); i++) {
            (i % 4 == 0 ? first : second).see(rows.get(i));
        }
        first.add(second);
        assertThat(first.sampled()).isEqualTo(inOrder.sampled()).hasSizeLessThanOrEqualTo(4096);
        assertThat(inOrder.isExact()).isFalse();
        assertThat((double) inOrder.groups()).isCloseTo(60_000, within(3_000.0));
        assertThat((double) inOrder.aloneRows()).isCloseTo(20_000, within(2_000.0));
        assertThat(first.aloneRows()).isEqualTo(inOrder.aloneRows());
    }
}
