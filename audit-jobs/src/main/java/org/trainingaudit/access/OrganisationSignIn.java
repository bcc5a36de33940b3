package org.trainingaudit.access;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.AccessSettings.Oidc;
import org.trainingaudit.setup.Configuration;

/**
 * Sign-in with the organisation's own provider, over OpenID Connect. Who a person is and to what they belong is the provider's
 * word; which role that means is the settings'. Nobody gets in without exactly one.
 */
@Component
public class OrganisationSignIn {

    /** The name of the provider in addresses. */
    public static final String PROVIDER = "organisation";

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationSignIn.class);

    private final Optional<Oidc> settings;
    private final Accounts accounts;
    private final AccessTrail trail;
    private Optional<ClientRegistration> known = Optional.empty();

    OrganisationSignIn(Configuration setup, Accounts accounts, AccessTrail trail) {
        this.settings = setup.settings().access().oidc();
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Whether people may sign in so. */
    public boolean isOffered() {
        return settings.isPresent();
    }

    /** The provider, which is asked about itself when somebody first signs in, so that it may start after us. */
    public ClientRegistrationRepository registrations() {
        return id -> id.equals(PROVIDER) && isOffered() ? registration(settings.orElseThrow()) : null;
    }

    private synchronized ClientRegistration registration(Oidc oidc) {
        if (known.isEmpty()) {
            URI issuer = oidc.issuer();
            known = Optional.of(ClientRegistrations.fromOidcIssuerLocation(issuer.toString())
                    .registrationId(PROVIDER)
                    .clientId(oidc.clientId())
                    .clientSecret(oidc.clientSecret().read(System::getenv))
                    .scope("openid", "profile")
                    .userNameAttributeName(oidc.nameClaim())
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .build());
        }
        return known.get();
    }

    /** Turns what the provider says into an account. */
    public OAuth2UserService<OidcUserRequest, OidcUser> people() {
        OidcUserService provider = new OidcUserService();
        return request -> account(provider.loadUser(request));
    }

    private OidcUser account(OidcUser person) {
        Oidc oidc = settings.orElseThrow();
        try {
            requireRecent(person);
            String name = Optional.ofNullable(person.getClaimAsString(oidc.nameClaim()))
                    .orElseThrow(() -> new BadAccount("the provider names nobody in '" + oidc.nameClaim() + "'"));
            Role role = role(person, oidc);
            String unit = oidc.unitClaim()
                    .map(claim -> Optional.ofNullable(person.getClaimAsString(claim))
                            .filter(text -> !text.isBlank())
                            .orElseThrow(() -> new BadAccount("the provider says no unit in '" + claim + "'")))
                    .orElse("");
            accounts.takeFromOrganisation(name, role, unit);
            String[] words = role.permissions().stream().map(Permission::word).toArray(String[]::new);
            return new DefaultOidcUser(
                    AuthorityUtils.createAuthorityList(words),
                    person.getIdToken(),
                    person.getUserInfo(),
                    oidc.nameClaim());
        } catch (BadAccount e) {
            trail.often("unknown", "sign-in", "", "refused");
            LOG.warn("somebody who signed in with the organisation's provider was refused: {}", e.getMessage());
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), "refused", e);
        }
    }

    /** It was asked to sign people in anew after so long; a provider that doesn't say when it did is not believed. */
    private static void requireRecent(OidcUser person) {
        Instant issued = Optional.ofNullable(person.getIssuedAt())
                .orElseThrow(() -> new BadAccount("the provider doesn't say when its token was issued"));
        Instant signedIn = Optional.ofNullable(person.getAuthenticatedAt())
                .orElseThrow(() -> new BadAccount("the provider doesn't say when the person signed in (auth_time)"));
        if (Duration.between(signedIn, issued).compareTo(FreshSignIn.LASTS) > 0) {
            throw new BadAccount("the provider let somebody in who had signed in longer ago than was asked for");
        }
    }

    private static Role role(OidcUser person, Oidc oidc) {
        Object claim = person.getClaims().get(oidc.roleClaim());
        Collection<?> values =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        Set<String> roles = values.stream()
                .map(String::valueOf)
                .flatMap(value -> Optional.ofNullable(oidc.roles().get(value)).stream())
                .collect(Collectors.toSet());
        if (roles.size() != 1) {
            throw new BadAccount("what the provider says in '" + oidc.roleClaim() + "' means " + roles.size()
                    + " roles; expected one");
        }
        return Role.of(roles.iterator().next()).orElseThrow();
    }
}
