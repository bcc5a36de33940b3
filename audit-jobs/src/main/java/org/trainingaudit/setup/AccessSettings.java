package org.trainingaudit.setup;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The block {@code audit.access}: how people sign in beside accounts with a password.
 *
 * @param oidc the organisation's own provider, if it has one that is to be used
 */
public record AccessSettings(Optional<Oidc> oidc) {

    /** What a role may be called; the enum is in a package that this one doesn't know. */
    public static final Set<String> ROLES = Set.of("auditor", "operator", "data-protection-officer", "administrator");

    /**
     * A provider that speaks OpenID Connect.
     *
     * @param issuer its address, as its tokens name it
     * @param nameClaim the claim that names a person; it becomes the account's name
     * @param roleClaim the claim that says what a person belongs to, a text or a list
     * @param roles which of the claim's values means which role
     * @param unitClaim the claim that names the owner whose data the person sees; everybody's where it isn't set
     */
    public record Oidc(
            URI issuer,
            String clientId,
            SecretPlace clientSecret,
            String nameClaim,
            String roleClaim,
            Map<String, String> roles,
            Optional<String> unitClaim) {

        /** What it must be. */
        public Oidc {
            roles = Map.copyOf(roles);
            BlockFaults faults = new BlockFaults();
            String host = Optional.ofNullable(issuer.getHost()).orElse("");
            boolean plain = "http".equalsIgnoreCase(issuer.getScheme()) && ThisMachine.isCalled(host);
            if (host.isEmpty() || issuer.getUserInfo() != null || issuer.getQuery() != null) {
                faults.add("issuer: expected an address such as https://id.example.jp/realms/audit");
            } else if (!plain && !"https".equalsIgnoreCase(issuer.getScheme())) {
                faults.add("issuer: expected https; http is for this machine alone");
            }
            if (!clientSecret.isNamed()) {
                faults.add("needs either client-secret-env or client-secret-file");
            }
            if (roles.isEmpty()) {
                faults.add("'roles' is empty, so nobody could sign in");
            }
            roles.values().stream()
                    .filter(role -> !ROLES.contains(role))
                    .sorted()
                    .forEach(role -> faults.add("role '" + role + "' isn't one of "
                            + String.join(", ", ROLES.stream().sorted().toList())));
            faults.throwIfAny("audit.access: oidc");
        }
    }
}
