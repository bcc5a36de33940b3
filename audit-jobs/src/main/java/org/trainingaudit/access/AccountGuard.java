package org.trainingaudit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of an account that was shut, or that may do something else than when it signed in. */
public final class AccountGuard extends OncePerRequestFilter {

    private final Accounts accounts;

    public AccountGuard(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (who != null && !(who instanceof AnonymousAuthenticationToken) && session != null && !isStillRight(who)) {
            SecurityContextHolder.clearContext();
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isStillRight(Authentication who) {
        Optional<Account> account = accounts.find(who.getName()).filter(Account::enabled);
        return account.filter(one -> one.role().permissions().stream()
                        .map(Permission::word)
                        .collect(Collectors.toSet())
                        .equals(who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .filter(word -> !String.valueOf(word).startsWith("FACTOR_"))
                                .collect(Collectors.toSet())))
                .isPresent();
    }
}
