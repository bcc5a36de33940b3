package org.trainingaudit.provider;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.DerivedFacts;
import org.trainingaudit.use.Use;

/** The facts of a use by the kind of value that is wanted. */
final class UseFacts {

    private final Use use;

    UseFacts(Use use) {
        this.use = use;
    }

    boolean has(String name) {
        return use.facts().get(name).isPresent();
    }

    Optional<String> text(String name) {
        return use.facts().text(name);
    }

    Optional<Boolean> flag(String name) {
        return use.facts().flag(name);
    }

    Set<String> members(String name) {
        return use.facts().members(name);
    }

    /**
     * The countries of the recipient with those of recipients that were seen; nothing where these add none, or where nobody
     * knows any.
     */
    Optional<Set<String>> seenRecipients(Providers providers) {
        Set<String> countries = new TreeSet<>(members("recipientCountry"));
        int stated = countries.size();
        members(DerivedFacts.RECIPIENTS_OBSERVED)
                .forEach(name -> providers.find(name).ifPresent(recipient -> countries.add(recipient.country())));
        return countries.size() > stated ? Optional.of(countries) : Optional.empty();
    }

    /** Whoever's platform is stated; else the recipient, where the data are handed to one. */
    Optional<String> provider() {
        return text("sovereignty.provider")
                .or(() -> text("recipientId")
                        .filter(recipient ->
                                text("recipientType").filter("none"::equals).isEmpty()));
    }
}
