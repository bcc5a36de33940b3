package org.trainingaudit.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.access.AccountGuard;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.FreshSignIn;
import org.trainingaudit.access.OrganisationSignIn;
import org.trainingaudit.access.Permission;
import org.trainingaudit.access.TooManyAttempts;

/** People sign in with a form and have a session. What is open without: the sign-in page and its style. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(
            HttpSecurity http, Accounts accounts, AccessTrail trail, FreshSignIn fresh, OrganisationSignIn organisation)
            throws Exception {
        if (organisation.isOffered()) {
            organisation(http, fresh, organisation);
        }
        return http.authorizeHttpRequests(
                        calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in", "/tokens.css", "/console.css", "/served.css", "/mark.svg", "/error")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/runs/**")
                                .hasAuthority(Permission.OPERATE.word())
                                .requestMatchers(HttpMethod.POST, "/findings/**", "/waivers/**")
                                .hasAuthority(Permission.WAIVE.word())
                                .requestMatchers(HttpMethod.POST, "/uses/**", "/reviews/**")
                                .hasAuthority(Permission.ATTEST.word())
                                .requestMatchers("/accounts/**")
                                .hasAuthority(Permission.ADMINISTER.word())
                                .anyRequest()
                                .hasAuthority(Permission.READ.word()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(noting(fresh))
                        .failureHandler(ConsoleSecurity::sayWhy))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(faults -> faults.accessDeniedHandler((request, response, fault) -> {
                    refused(request, trail);
                    response.sendError(HttpStatus.FORBIDDEN.value());
                }))
                .addFilterBefore(new AccountGuard(accounts), AuthorizationFilter.class)
                .addFilterAfter(fresh.before(weighty()), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                        .CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .build();
    }

    /** What nobody shall do at a browser that somebody left open. */
    private static RequestMatcher weighty() {
        return new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/waivers/*/*"),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/uses/attest"),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/reviews/**"),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/accounts/**"));
    }

    private static AuthenticationSuccessHandler noting(FreshSignIn fresh) {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, who) -> {
            fresh.signedIn(request);
            onward.onAuthenticationSuccess(request, response, who);
        };
    }

    /** The provider is asked to let in only whom it has seen within 15 minutes, so that this counts as a fresh sign-in. */
    private static void organisation(HttpSecurity http, FreshSignIn fresh, OrganisationSignIn organisation)
            throws Exception {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(organisation.registrations(), "/oauth2/authorization");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request ->
                        request.additionalParameters(more -> more.put("max_age", FreshSignIn.LASTS.toSeconds()))));
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(organisation.registrations())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asking))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(organisation.people()))
                .successHandler(noting(fresh))
                .failureHandler((request, response, fault) ->
                        response.sendRedirect(request.getContextPath() + "/sign-in?refused")));
    }

    private static void sayWhy(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        boolean tooMany = fault instanceof TooManyAttempts;
        response.sendRedirect(request.getContextPath() + (tooMany ? "/sign-in?wait" : "/sign-in?error"));
    }

    private static void refused(HttpServletRequest request, AccessTrail trail) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            trail.often(who.getName(), request.getMethod(), request.getRequestURI(), "refused");
        }
    }
}
