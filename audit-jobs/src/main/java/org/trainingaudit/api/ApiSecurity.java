package org.trainingaudit.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.access.Permission;
import org.trainingaudit.access.Sights;
import org.trainingaudit.access.TooManyAttempts;

/** Scripts give name and password with each call; no session, so no cookie that another site could make a browser send. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, AccessTrail trail, Sights sights) throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(sights.whole(Permission.READ))
                        .requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .hasAuthority(Permission.READ.word())
                        .requestMatchers(HttpMethod.HEAD, "/api/v1/**")
                        .hasAuthority(Permission.READ.word())
                        .requestMatchers("/api/v1/runs/**")
                        .hasAuthority(Permission.OPERATE.word())
                        .requestMatchers("/api/v1/waivers/**")
                        .hasAuthority(Permission.WAIVE.word())
                        .requestMatchers("/api/v1/attestations/**", "/api/v1/reviews/**")
                        .hasAuthority(Permission.ATTEST.word())
                        .requestMatchers(HttpMethod.POST, "/api/v1/lineage")
                        .hasAuthority(Permission.HAND_OVER.word())
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(ApiSecurity::signInFirst)
                        .withObjectPostProcessor(new ObjectPostProcessor<BasicAuthenticationFilter>() {
                            @Override
                            public <F extends BasicAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationConverter(new ApiKeys());
                                return filter;
                            }
                        }))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(ApiSecurity::signInFirst)
                        .accessDeniedHandler((request, response, fault) -> refuse(request, response, trail)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing is kept between calls, so there's no session that a foreign page could ride on.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (fault instanceof TooManyAttempts many) {
            response.setHeader("Retry-After", Long.toString(many.seconds()));
            Problems.write(
                    response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; wait before the next attempt.");
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Training Audit\", charset=\"UTF-8\"");
        Problems.write(response, HttpStatus.UNAUTHORIZED, "Give the name and password of an account.");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessTrail trail)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            trail.often(who.getName(), request.getMethod(), request.getRequestURI(), "refused");
        }
        Problems.write(response, HttpStatus.FORBIDDEN, "This account's role may not do that.");
    }
}
