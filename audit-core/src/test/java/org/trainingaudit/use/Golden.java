package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with the text that somebody once read and accepted. With {@code -Dgolden.accept=true} the new text is written
 * into the source tree instead, to be read in the diff.
 */
final class Golden {

    private static final Path SOURCES = Path.of("src/test/resources/org/trainingaudit/use");

    private Golden() {}

    static void check(String name, String text) {
        if (Boolean.getBoolean("golden.accept")) {
            write(SOURCES.resolve(name), text);
        }
        assertThat(text).isEqualTo(read(SOURCES.resolve(name)));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
