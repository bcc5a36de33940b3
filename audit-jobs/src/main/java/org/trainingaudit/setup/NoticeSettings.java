package org.trainingaudit.setup;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The block {@code audit.notice}: whom to tell of what a person should know. Nobody, unless it names a way.
 *
 * @param languages in which texts are written, in this order: {@code en}, {@code ja}
 * @param mail the mail server, and who gets mail
 * @param webhooks addresses that are called
 */
public record NoticeSettings(List<String> languages, Optional<Mail> mail, List<Webhook> webhooks) {

    private static final Set<String> LANGUAGES = Set.of("en", "ja");
    private static final Set<String> SECURITIES = Set.of("starttls", "tls", "none");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final int LAST_PORT = 65_535;

    /**
     * A mail server.
     *
     * @param security {@code starttls}, {@code tls}, or {@code none} for a server of this machine
     * @param to office mailboxes rather than people's: this setting is part of the snapshot beside the trail
     * @param user who signs in there; empty where nobody has to
     */
    public record Mail(
            String host,
            int port,
            String security,
            String from,
            List<String> to,
            Optional<String> user,
            SecretPlace password) {
        public Mail {
            to = List.copyOf(to);
        }

        private void check(BlockFaults faults) {
            if (!HOST.matcher(host).matches()) {
                faults.add("mail: host '" + host + "' is no name of a machine");
            }
            if (port < 1 || port > LAST_PORT) {
                faults.add("mail: port " + port + " isn't between 1 and " + LAST_PORT);
            }
            if (!SECURITIES.contains(security)) {
                faults.add("mail: security '" + security + "' isn't one of starttls, tls, none");
            }
            if (security.equals("none") && !ThisMachine.isCalled(host)) {
                faults.add("mail: security none is for a server of this machine; take starttls or tls");
            }
            if (to.isEmpty()) {
                faults.add("mail: 'to' names nobody");
            }
            List<String> all = new ArrayList<>(to);
            all.add(from);
            all.stream()
                    .filter(address -> !ADDRESS.matcher(address).matches())
                    .forEach(
                            address -> faults.add("mail: expected an address such as audit@example.jp in from and to"));
            if (user.isPresent() && !password.isNamed()) {
                faults.add("mail: user '" + user.get() + "' needs either password-env or password-file");
            }
        }
    }

    /**
     * An address that is called.
     *
     * @param id its name in the log and in metrics
     * @param secret with what calls are signed
     * @param kinds of what it is told
     */
    public record Webhook(String id, URI url, SecretPlace secret, Set<NoticeKind> kinds) {
        public Webhook {
            kinds = Set.copyOf(kinds);
        }

        /** The machine that is called, in lower case. */
        public String host() {
            return Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        }

        private void check(BlockFaults faults) {
            String name = "webhook '" + id + "': ";
            if (!ID.matcher(id).matches()) {
                faults.add(name + "expected an id of a-z, 0-9 and -");
            }
            if (host().isEmpty() || url.getUserInfo() != null || url.getFragment() != null) {
                faults.add(
                        name + "expected an address such as https://hooks.example.jp/audit, without name or password");
            }
            boolean plain = "http".equalsIgnoreCase(url.getScheme()) && ThisMachine.isCalled(host());
            if (!plain && !"https".equalsIgnoreCase(url.getScheme())) {
                faults.add(name + "expected https; http is for this machine alone");
            }
            if (!secret.isNamed()) {
                faults.add(name + "needs either secret-env or secret-file");
            }
        }
    }

    /** What it must be. */
    public NoticeSettings {
        languages = List.copyOf(languages);
        webhooks = List.copyOf(webhooks);
        BlockFaults faults = new BlockFaults();
        languages.stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(language -> faults.add("language '" + language + "' isn't one of en, ja"));
        if (languages.isEmpty()) {
            faults.add("'languages' is empty; name en, ja or both");
        }
        mail.ifPresent(one -> one.check(faults));
        webhooks.forEach(hook -> hook.check(faults));
        Set<String> seen = new HashSet<>();
        webhooks.stream()
                .map(Webhook::id)
                .filter(id -> !seen.add(id))
                .forEach(id -> faults.add("webhook '" + id + "' is named twice"));
        faults.throwIfAny("audit.notice");
    }

    /** Nobody is told anything. */
    public static NoticeSettings none() {
        return new NoticeSettings(List.of("en"), Optional.empty(), List.of());
    }

    /** Webhooks of machines that aren't on the list of those that may be asked. */
    List<String> notAllowed(Set<String> hosts) {
        return webhooks.stream()
                .filter(hook -> !hosts.contains(hook.host()))
                .map(hook -> "audit.notice: webhook '" + hook.id() + "': host '" + hook.host()
                        + "' isn't in 'hosts' of collect.yaml, so it isn't called; add it there")
                .toList();
    }
}
