package org.trainingaudit.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret stands; never the secret itself.
 *
 * @param env the environment variable that has it
 * @param file the file whose first line it is
 */
public record SecretPlace(Optional<String> env, Optional<Path> file) {

    /** Whether exactly one place is named. */
    boolean isNamed() {
        return env.isPresent() != file.isPresent();
    }

    /**
     * The secret.
     *
     * @throws IllegalStateException where there is none in that place; the message says which place
     */
    public String read(UnaryOperator<@Nullable String> environment) {
        String secret = env.flatMap(name -> Optional.ofNullable(environment.apply(name)))
                .or(() -> file.flatMap(SecretPlace::read))
                .orElse("");
        if (secret.isBlank()) {
            throw new IllegalStateException(env.map(name -> "the environment variable '" + name + "' isn't set")
                    .orElseGet(() -> "the file '" + file.map(Path::toString).orElse("") + "' has no secret"));
        }
        return secret;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(firstLine(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What stands in the first line of a file with a secret, whatever follows; empty where nothing does. */
    public static String firstLine(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }
}
