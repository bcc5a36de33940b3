package org.trainingaudit.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.setup.BrokerSettings;
import org.trainingaudit.setup.Settings;

/** What processes need that work together. */
public final class Together {

    static final String KEY_FILE = "audit.broker-key-file";

    private Together() {}

    /**
     * Makes sure that a manager or worker has all it needs, before anything is started.
     *
     * @param keyFile the broker key's file, where the command line names one
     * @return how the program is told
     * @throws IllegalArgumentException where something is missing; the message says what
     */
    public static List<String> require(Settings settings, Optional<Path> keyFile) {
        if (settings.database().url().isEmpty()) {
            throw new IllegalArgumentException("manager and workers share a PostgreSQL database, and audit.database"
                    + " names none; name one, or serve with --role all");
        }
        key(settings.broker(), keyFile);
        if (settings.broker().url().isPresent()) {
            password(settings.broker());
        }
        return keyFile.map(file -> List.of("--" + KEY_FILE + "=" + file)).orElse(List.of());
    }

    private static void password(BrokerSettings settings) {
        try {
            settings.password().read(System::getenv);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "audit.broker: no password for the account at the broker: " + e.getMessage(), e);
        }
    }

    static BrokerKey key(BrokerSettings settings, Optional<Path> keyFile) {
        return BrokerKey.read(keyFile.or(settings::keyFile)
                .orElseThrow(() -> new IllegalArgumentException(
                        "manager and workers need a key by which they know each other: make one with 'openssl rand -hex"
                                + " 32 > FILE', give it to each of them, and name it with --broker-key-file FILE or"
                                + " audit.broker.key-file")));
    }
}
