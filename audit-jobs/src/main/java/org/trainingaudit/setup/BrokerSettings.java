package org.trainingaudit.setup;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block {@code audit.broker}: how manager and workers reach each other.
 *
 * @param url the broker, {@code ssl://host:port} or {@code tcp://host:port}; unset, the manager has one of its own
 * @param address where the manager's own broker listens, and where workers look for it; 127.0.0.1
 * @param port its port; 61616
 * @param user the account at a broker that is named
 * @param password where its password stands
 * @param keyFile the file whose first line is the key by which manager and workers know each other's messages
 * @param certificate a file with the own broker's certificate, its chain and private key, PEM; with it, it speaks TLS alone
 * @param trust a file with the certificates that clients trust, PEM; what Java trusts unless named
 * @param unencrypted whether something else keeps strangers from listening in
 * @param shares into how many shares a step is cut; 16
 * @param silence after which a worker counts as dead; 30 seconds
 * @param patience after which a run fails on which no worker does anything; 30 minutes
 */
public record BrokerSettings(
        Optional<String> url,
        String address,
        int port,
        Optional<String> user,
        SecretPlace password,
        Optional<Path> keyFile,
        Optional<Path> certificate,
        Optional<Path> trust,
        boolean unencrypted,
        int shares,
        Duration silence,
        Duration patience) {

    private static final Pattern URL = Pattern.compile(
            "(?<scheme>ssl|tcp)://(?<host>[A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+]):(?<port>\\d{1,5})");

    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(2);

    /**
     * Where a broker is.
     *
     * @param encrypted whether it's spoken to over TLS
     */
    public record Server(String host, int port, boolean encrypted) {}

    /** What it must be. */
    public BrokerSettings {
        BlockFaults faults = new BlockFaults();
        if (url.isPresent()) {
            named(url.get(), unencrypted, faults);
            if (user.isEmpty() || !password.isNamed()) {
                faults.add("a url needs a user, and password-file or password-env; there is no default account");
            }
        } else if (!listensAlone(address, faults) && certificate.isEmpty() && !unencrypted) {
            faults.add("address '" + address + "' is reached from other machines; give a certificate, or say"
                    + " unencrypted: true where something else keeps strangers out");
        }
        if (silence.compareTo(SHORTEST_SILENCE) < 0 || patience.compareTo(silence.multipliedBy(2)) < 0) {
            faults.add("silence must be 2 seconds or more, and patience at least twice as long; found "
                    + silence.toSeconds() + " and " + patience.toSeconds() + " seconds");
        }
        faults.throwIfAny("audit.broker");
    }

    private static void named(String url, boolean unencrypted, BlockFaults faults) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            faults.add("url: expected ssl://host:port, without user and password");
        } else if (matcher.group("scheme").equals("tcp")
                && !unencrypted
                && !ThisMachine.isCalled(matcher.group("host"))) {
            faults.add("url: tcp:// to another machine isn't encrypted; write ssl://, or say unencrypted: true where"
                    + " something else keeps strangers out");
        }
    }

    private static boolean listensAlone(String address, BlockFaults faults) {
        try {
            return ThisMachine.listensAlone(address);
        } catch (UnknownHostException e) {
            faults.add("address '" + address + "' can't be found");
            return true;
        }
    }

    /** The broker to speak to. */
    public Server server() {
        Matcher matcher = URL.matcher(url.orElse(""));
        return matcher.matches()
                ? new Server(
                        matcher.group("host"),
                        Integer.parseInt(matcher.group("port")),
                        matcher.group("scheme").equals("ssl"))
                : new Server(address, port, certificate.isPresent());
    }
}
