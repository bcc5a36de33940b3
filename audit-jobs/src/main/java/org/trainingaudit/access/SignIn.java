package org.trainingaudit.access;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password for every face. What an account may do are its authorities, by {@link Permission#word}. Wrong
 * ones are slowed down and recorded; an unknown name takes as long and says the same as a wrong password.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final String ACTION = "sign-in";

    private final Accounts accounts;
    private final AccessTrail trail;
    private final Throttle throttle;
    private final DaoAuthenticationProvider passwords;

    SignIn(Accounts accounts, AccessTrail trail, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.throttle = new Throttle(clock);
        this.passwords = new DaoAuthenticationProvider(this::load);
        this.passwords.setPasswordEncoder(encoder);
    }

    private UserDetails load(String name) {
        Account account = accounts.find(name)
                .filter(found -> !found.organisation())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.name())
                .password(account.passwordHash())
                .authorities(account.role().permissions().stream()
                        .map(Permission::word)
                        .toArray(String[]::new))
                .disabled(!account.enabled())
                .build();
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String source = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "here";
        Duration wait = throttle.wait(name, source);
        if (!wait.isZero()) {
            record(name, "throttled");
            throw new TooManyAttempts(wait);
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            throttle.succeeded(name);
            return signedIn;
        } catch (AuthenticationException e) {
            throttle.failed(name, source);
            record(name, "refused");
            throw e;
        }
    }

    /** What was typed as a name may be a password, so only names of accounts are recorded. */
    private void record(String name, String outcome) {
        String known = accounts.find(name).map(Account::name).orElse("unknown");
        trail.often(known, ACTION, "", outcome);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
