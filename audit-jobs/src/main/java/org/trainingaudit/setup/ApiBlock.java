package org.trainingaudit.setup;

import java.nio.file.Path;
import java.util.Optional;

/** The block {@code audit.api} as written. */
record ApiBlock(
        Optional<String> address,
        Optional<Boolean> behindProxy,
        Optional<Path> certificate,
        Optional<Path> privateKey) {
    private static final String THIS_MACHINE = "127.0.0.1";

    ApiSettings settings() {
        return new ApiSettings(address.orElse(THIS_MACHINE), behindProxy.orElse(false), certificate, privateKey);
    }
}
