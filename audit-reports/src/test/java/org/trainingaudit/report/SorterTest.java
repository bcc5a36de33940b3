package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SorterTest {

    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private record Item(String key, String value) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 5_000, 1 << 20})
    void sortsByTheBytesOfKeysAndKeepsTheOrderOfEqualOnes(int room) throws IOException {
        Random random = new Random(SEED);
        List<Item> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String key = List.of("a", "a-b", "é", "𠮷", "患者", "").get(random.nextInt(6)) + random.nextInt(40);
            records.add(new Item(key, "value " + i + "x".repeat(random.nextInt(30))));
        }
        try (Scratch scratch = new Scratch(folder, Integer.MAX_VALUE)) {
            Sorter sorter = new Sorter(scratch, room);
            for (Item record : records) {
                byte[] value = bytes(record.value());
                sorter.add(bytes(record.key()), value, 0, value.length);
            }
            List<Item> expected = new ArrayList<>(records);
            expected.sort(Comparator.comparing(Item::key, Key::compareAsUtf8));

            assertThat(sorter.records()).isEqualTo(2_000);
            assertThat(read(sorter)).isEqualTo(expected);
            assertThat(read(sorter)).as("read again").isEqualTo(expected);
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        try (Scratch scratch = new Scratch(folder, 100)) {
            Sorter sorter = new Sorter(scratch, 1 << 20);
            for (int i = 0; i < 50; i++) {
                sorter.add(bytes("key " + i), bytes("value"), 0, 5);
            }
            assertThat(folder.toFile().list())
                    .as("files, since so little room is left")
                    .hasSize(1);
            assertThat(read(sorter)).hasSize(50);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sweepsWhatAKilledProcessLeftAndNothingElse() throws IOException {
        Path killed = Files.createDirectories(folder.resolve(".sorting-999999999999-1"));
        Files.writeString(killed.resolve("1"), "half");
        try (Scratch living = new Scratch(folder, 100)) {
            Files.writeString(living.file(), "half");

            Scratch.sweep(folder);

            assertThat(killed).doesNotExist();
            assertThat(folder.toFile().list()).hasSize(1);
        }
    }

    @Test
    void hasNothingWhereNothingWasAdded() throws IOException {
        try (Scratch scratch = new Scratch(folder, 100)) {
            assertThat(read(new Sorter(scratch, 100))).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Item> read(Sorter sorter) throws IOException {
        List<Item> read = new ArrayList<>();
        try (Sorter.Cursor cursor = sorter.cursor()) {
            while (cursor.next()) {
                read.add(new Item(
                        new String(cursor.bytes, cursor.key, cursor.keyEnd - cursor.key, StandardCharsets.UTF_8),
                        new String(
                                cursor.bytes, cursor.value, cursor.valueEnd - cursor.value, StandardCharsets.UTF_8)));
            }
        }
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
