package org.trainingaudit.cluster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.trainingaudit.access.Permission;
import org.trainingaudit.access.Sights;

/** A worker says whether it is well, and to who may read, its figures. There is nothing else to ask of it. */
@Configuration(proxyBeanMethods = false)
class WorkerSecurity {

    @Bean
    SecurityFilterChain workerChain(HttpSecurity http, Sights sights) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(sights.whole(Permission.READ))
                        .anyRequest()
                        .denyAll())
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No call changes anything, and no session is kept that a foreign page could ride on.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}
