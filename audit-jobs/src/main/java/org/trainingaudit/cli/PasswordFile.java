package org.trainingaudit.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import org.trainingaudit.setup.SecretPlace;

/** A file whose first line is a password. */
final class PasswordFile {

    private PasswordFile() {}

    /**
     * Reads it.
     *
     * @throws WrongUse where it can't be read; never says what stands in it
     */
    static String read(Path file) {
        try {
            return SecretPlace.firstLine(file);
        } catch (MalformedInputException e) {
            throw new WrongUse("the password file '" + file + "' isn't UTF-8");
        } catch (IOException e) {
            throw new WrongUse("the password file '" + file + "' can't be read");
        }
    }
}
