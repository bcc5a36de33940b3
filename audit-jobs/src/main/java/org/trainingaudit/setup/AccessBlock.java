package org.trainingaudit.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The block {@code audit.access} as written. */
record AccessBlock(Optional<OidcBlock> oidc) {

    record OidcBlock(
            String issuer,
            String clientId,
            Optional<String> clientSecretEnv,
            Optional<Path> clientSecretFile,
            Optional<String> nameClaim,
            String roleClaim,
            Map<String, String> roles,
            Optional<String> unitClaim) {

        AccessSettings.Oidc settings() {
            return new AccessSettings.Oidc(
                    uri(),
                    clientId,
                    new SecretPlace(clientSecretEnv, clientSecretFile),
                    nameClaim.orElse("preferred_username"),
                    roleClaim,
                    roles,
                    unitClaim);
        }

        private URI uri() {
            try {
                return URI.create(issuer);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("audit.access: oidc: issuer '" + issuer + "' is no address", e);
            }
        }
    }

    AccessSettings settings() {
        return new AccessSettings(oidc.map(OidcBlock::settings));
    }
}
