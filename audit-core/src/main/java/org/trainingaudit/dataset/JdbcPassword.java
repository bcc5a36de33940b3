package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a password stands; never the password itself, so that nothing that is logged or kept can hold it.
 *
 * @param variable the environment variable that has it
 * @param file the file whose first line it is
 */
record JdbcPassword(Optional<String> variable, Optional<Path> file) {

    /** The password; empty text where the database wants none. */
    String get() {
        if (variable.isPresent()) {
            return Optional.ofNullable(System.getenv(variable.get()))
                    .orElseThrow(() -> new RefusedException(Refusal.refused("the environment variable '"
                            + variable.get() + "' with the database's password isn't set; set it for the service")));
        }
        return file.map(JdbcPassword::firstLine).orElse("");
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new RefusedException(Refusal.refused(
                    "the file '" + file + "' with the database's password can't be read; mend 'passwordFile'"));
        }
    }
}
