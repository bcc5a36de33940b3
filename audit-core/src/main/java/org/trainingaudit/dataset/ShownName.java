package org.trainingaudit.dataset;

import java.nio.file.Path;

/** Names of files, tables and sheets as ids, messages and logs have them. */
final class ShownName {

    private static final char UNKNOWN = '\uFFFD';

    private ShownName() {}

    /** The last part of a path. */
    static String of(Path file) {
        return of(file.getFileName().toString());
    }

    /** All of a relative path. Bytes that are no text are written as {@code %FF}, so that no two paths are shown alike. */
    static String ofAll(Path path) {
        String name = path.toString();
        return name.indexOf(UNKNOWN) < 0
                ? of(name)
                : Path.of("/").resolve(path).toUri().getRawPath().substring(1);
    }

    /** The name with its control characters, which must not reach a log line, and {@code %} written as {@code %0A}. */
    static String of(String name) {
        StringBuilder out = new StringBuilder();
        name.chars().forEach(c -> {
            boolean control = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            out.append(control || c == '%' ? String.format("%%%02X", c) : Character.toString(c));
        });
        return out.toString();
    }
}
