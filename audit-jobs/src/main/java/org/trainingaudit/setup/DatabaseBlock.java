package org.trainingaudit.setup;

import java.nio.file.Path;
import java.util.Optional;
import org.trainingaudit.setup.DatabaseSettings.Login;

/** The block {@code audit.database} as written. */
record DatabaseBlock(
        Optional<String> url,
        Optional<String> user,
        Optional<String> passwordEnv,
        Optional<Path> passwordFile,
        Optional<String> ownerUser,
        Optional<String> ownerPasswordEnv,
        Optional<Path> ownerPasswordFile) {

    DatabaseSettings settings() {
        return new DatabaseSettings(
                url,
                user.map(name -> new Login(name, passwordEnv, passwordFile)),
                ownerUser.map(name -> new Login(name, ownerPasswordEnv, ownerPasswordFile)));
    }
}
