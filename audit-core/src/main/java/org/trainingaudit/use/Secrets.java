package org.trainingaudit.use;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Text;

/** What a tracker is logged into with. Never shown: this prints as dots. */
record Secrets(Optional<String> token, Optional<String> user, Optional<String> password) {

    static Secrets of(Tracker tracker, UnaryOperator<@Nullable String> environment, Faults faults) {
        return new Secrets(
                tracker.tokenFile()
                        .flatMap(file -> file(file, faults))
                        .or(() -> variable(tracker, tracker.tokenEnv(), environment, faults)),
                variable(tracker, tracker.userEnv(), environment, faults),
                tracker.passwordFile()
                        .flatMap(file -> file(file, faults))
                        .or(() -> variable(tracker, tracker.passwordEnv(), environment, faults)));
    }

    private static Optional<String> file(Text file, Faults faults) {
        Faults unread = new Faults();
        Optional<String> text = TextFile.read(Path.of(file.value()), unread)
                .map(read -> read.text().strip());
        if (text.filter(found -> !found.isEmpty()).isEmpty()) {
            faults.add(file.at(), "the file with the secret can't be read or is empty; put the secret in it");
        }
        return text.filter(found -> !found.isEmpty());
    }

    private static Optional<String> variable(
            Tracker tracker, Optional<String> name, UnaryOperator<@Nullable String> environment, Faults faults) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String value = environment.apply(name.get());
        if (value == null || value.isBlank()) {
            faults.add(
                    tracker.id().at(),
                    "tracker '" + tracker.id() + "': the environment has no variable '" + name.get() + "'; set it");
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }

    /** The header by which it's sent, where there is anything to send. */
    Optional<String> header() {
        return token.map(one -> "Bearer " + one)
                .or(() -> user.map(name -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString((name + ":" + password.orElse("")).getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public String toString() {
        return "...";
    }
}
