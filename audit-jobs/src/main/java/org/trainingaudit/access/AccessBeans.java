package org.trainingaudit.access;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How passwords are hashed. */
@Configuration(proxyBeanMethods = false)
class AccessBeans {

    /** Salted and slow, and unlike bcrypt with no limit at 72 bytes, which Japanese passphrases reach with 24 letters. */
    @Bean
    PasswordEncoder passwordEncoder(Clock clock) {
        return new RememberingEncoder(
                Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), clock, new SecureRandom());
    }
}
