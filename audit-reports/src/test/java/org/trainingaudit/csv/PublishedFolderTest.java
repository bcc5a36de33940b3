package org.trainingaudit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFolderTest {

    private final Path parent;

    PublishedFolderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void writesAllFilesAndLeavesNothingElse() throws IOException {
        PublishedFolder.publish(parent.resolve("deep/run"), files(Map.of("a.csv", "1", "sub/b.csv", "2")));

        assertThat(parent.resolve("deep/run/a.csv")).hasContent("1");
        assertThat(parent.resolve("deep/run/sub/b.csv")).hasContent("2");
        assertThat(parent.resolve("deep").toFile().list()).containsExactly("run");
    }

    @Test
    void doesNothingWhereTheSameBytesAreThere() throws IOException {
        Path folder = parent.resolve("run");
        PublishedFolder.publish(folder, files(Map.of("a.csv", "1")));
        var before = Files.getLastModifiedTime(folder);

        PublishedFolder.publish(folder, files(Map.of("a.csv", "1")));

        assertThat(Files.getLastModifiedTime(folder)).isEqualTo(before);
    }

    @Test
    void refusesToReplaceOtherContentAndNamesIt() throws IOException {
        Path folder = parent.resolve("run");
        PublishedFolder.publish(folder, files(Map.of("a.csv", "1", "b.csv", "1", "c.csv", "1")));

        assertThatThrownBy(
                        () -> PublishedFolder.publish(folder, files(Map.of("a.csv", "1", "b.csv", "2", "d.csv", "1"))))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is already there with other content in [b.csv, c.csv, d.csv]; move it away");
        assertThat(folder.resolve("b.csv")).hasContent("1");
    }

    /** An interrupted thread can write no file to its end. */
    @Test
    void closesAllFilesAndThrowsThemAwayWhereOneCannotBeClosed() throws IOException {
        PublishedFolder begun = PublishedFolder.begin(parent.resolve("run"));
        for (String name : List.of("a.csv", "b.csv")) {
            begun.file(name).write(1);
        }
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(begun::close).isInstanceOf(IOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void throwsAwayWhatAKilledWriterLeft() throws IOException {
        Path left = Files.createDirectories(parent.resolve(".run.unfinished/sub"));
        Files.writeString(left.resolve("half.csv"), "hal");

        PublishedFolder.publish(parent.resolve("run"), files(Map.of("a.csv", "1")));

        assertThat(parent.toFile().list()).containsExactly("run");
        assertThat(parent.resolve("run").toFile().list()).containsExactly("a.csv");
    }

    @Test
    void refusesANameThatLeavesTheFolder() {
        assertThatThrownBy(() -> PublishedFolder.publish(parent.resolve("run"), files(Map.of("../a.csv", "1"))))
                .hasMessage("file '../a.csv' would lie outside its folder");
        assertThat(parent.resolve("a.csv")).doesNotExist();
    }

    private static SortedMap<String, byte[]> files(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
