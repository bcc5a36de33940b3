package org.trainingaudit.setup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The block {@code audit.broker} as written. */
record BrokerBlock(
        Optional<String> url,
        Optional<String> address,
        Optional<@Min(1) @Max(65_535) Integer> port,
        Optional<String> user,
        Optional<String> passwordEnv,
        Optional<Path> passwordFile,
        Optional<Path> keyFile,
        Optional<Path> certificate,
        Optional<Path> trust,
        Optional<Boolean> unencrypted,
        Optional<@Min(1) @Max(1024) Integer> shares,
        Optional<@Min(2) @Max(3_600) Integer> silenceSeconds,
        Optional<@Min(4) @Max(86_400) Integer> patienceSeconds) {

    private static final int PORT = 61_616;
    private static final int SHARES = 16;
    private static final int SILENCE = 30;
    private static final int PATIENCE = 1_800;

    BrokerSettings settings() {
        return new BrokerSettings(
                url,
                address.orElse("127.0.0.1"),
                port.orElse(PORT),
                user,
                new SecretPlace(passwordEnv, passwordFile),
                keyFile,
                certificate,
                trust,
                unencrypted.orElse(false),
                shares.orElse(SHARES),
                Duration.ofSeconds(silenceSeconds.orElse(SILENCE)),
                Duration.ofSeconds(patienceSeconds.orElse(PATIENCE)));
    }
}
