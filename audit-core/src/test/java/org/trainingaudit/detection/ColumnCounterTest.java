package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColumnCounterTest {

    private static final List<String> NAMES = List.of("name", "電話番号", "note", "x", "my number", "birth_date", "email");

    private static final List<String> VALUES = List.of(
            "Ann Lee",
            "山田 太郎",
            "090-1234-5678",
            "a@example.com",
            "",
            "N/A",
            "asthma",
            "1984-02-29",
            "4111 1111 1111 1111",
            "call Mr Smith at 03-1234-5678 tomorrow",
            "true",
            "12.5",
            "１２３４５６７",
            "10.1.2.3",
            "tok_ab12cd34ef56");

    @Test
    void countsTheSameWhateverItRemembers() {
        Random random = new Random(41);
        for (int round = 0; round < 12; round++) {
            String name = NAMES.get(round % NAMES.size());
            List<String> column = column(random);
            Map<String, String> nothing = counted(name, column, 0);
            for (int most : new int[] {1, 4, 32, 4096}) {
                assertThat(counted(name, column, most))
                        .as(name + " remembering " + most)
                        .isEqualTo(nothing);
            }
        }
    }

    private static Map<String, String> counted(String name, List<String> column, int most) {
        Detectors detectors = Shipped.detectors();
        ColumnCounter counter = new ColumnCounter(
                detectors, detectors.reader(), HeaderReading.of(name, detectors), new ValueMemory(most));
        column.forEach(counter::see);
        Map<String, String> counted = new TreeMap<>();
        counter.tallies().forEach((id, tally) -> counted.put(id, tally.rows() + " " + tally.confidence()));
        for (ValueKind kind : ValueKind.values()) {
            counted.put(kind.toString(), String.valueOf(counter.count(kind)));
        }
        return counted;
    }

    /** Values that come again in stretches and seldom between them, so that remembering pays and ceases to. */
    private static List<String> column(Random random) {
        List<String> column = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            column.add(i / 1200 % 2 == 0 ? value : value + " " + random.nextInt(1000));
        }
        return column;
    }
}
