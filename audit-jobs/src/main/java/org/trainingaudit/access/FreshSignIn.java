package org.trainingaudit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has people give their password again before what weighs most, where they gave it more than 15 minutes ago. A browser left
 * open then can't approve a waiver.
 */
@Component
public class FreshSignIn {

    /** How long a sign-in counts for that. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    private static final String AT = FreshSignIn.class.getName();

    private final SignIn signIn;
    private final AccessTrail trail;
    private final Clock clock;

    FreshSignIn(SignIn signIn, AccessTrail trail, Clock clock) {
        this.signIn = signIn;
        this.trail = trail;
        this.clock = clock;
    }

    /** Notes that somebody has just shown who they are. */
    public void signedIn(HttpServletRequest request) {
        request.getSession().setAttribute(AT, clock.instant());
    }

    /**
     * Checks the password of somebody who is signed in, and notes it; wrong ones are slowed down like at the sign-in.
     *
     * @throws AuthenticationException where it's wrong; {@link TooManyAttempts} where it isn't even looked at
     */
    public void confirm(HttpServletRequest request, String account, String password) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        signIn.authenticate(attempt);
        signedIn(request);
        trail.record(account, "confirm", "", "done");
    }

    private boolean isFresh(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(FreshSignIn::at)
                .map(at -> Duration.between(at, clock.instant()))
                .filter(age -> !age.isNegative() && age.compareTo(LASTS) <= 0)
                .isPresent();
    }

    private static Optional<Instant> at(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(AT));
    }

    /** Leads whoever asks for one of these to the page {@code /confirm}, unless the sign-in is fresh. */
    public OncePerRequestFilter before(RequestMatcher weighty) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (weighty.matches(request) && !isFresh(request)) {
                    String back = URLEncoder.encode(page(request), StandardCharsets.UTF_8);
                    response.sendRedirect(request.getContextPath() + "/confirm?back=" + back);
                    return;
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** The page with the form, without the machine's name, which a caller could choose. */
    private static String page(HttpServletRequest request) {
        String from = Optional.ofNullable(request.getHeader("Referer")).orElse("/");
        try {
            URI uri = URI.create(from);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return checked(uri.getRawPath() + query);
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** An address of ours, or the first page. */
    public static String checked(String back) {
        return back.matches("/(?![/\\\\])[A-Za-z0-9/?&=%._~+-]{0,500}") || back.equals("/") ? back : "/";
    }
}
