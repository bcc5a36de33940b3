package org.trainingaudit.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.Sight;

/** Whose data an account sees: everybody's, or that of the owner who is its unit. */
@Component
public class Sights {

    private final Accounts accounts;
    private final Configuration setup;

    Sights(Accounts accounts, Configuration setup) {
        this.accounts = accounts;
        this.setup = setup;
    }

    /** What the account sees; nothing where there is no such account. */
    public Sight of(String account) {
        Optional<Account> found = accounts.find(account);
        if (found.isEmpty()) {
            return Sight.NOTHING;
        }
        String unit = found.get().unit();
        return unit.isEmpty() ? Sight.ALL : new Sight(Optional.of(sources(unit)));
    }

    /** Lets in who may do that and sees everything, to what isn't parted by owners. */
    public <T> AuthorizationManager<T> whole(Permission permission) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(permission.word()),
                (who, call) -> new AuthorizationDecision(of(who.get().getName()).isWhole()));
    }

    private List<String> sources(String unit) {
        return setup.sources().all().stream()
                .filter(source -> source.owner().equals(unit))
                .map(Source::id)
                .toList();
    }
}
