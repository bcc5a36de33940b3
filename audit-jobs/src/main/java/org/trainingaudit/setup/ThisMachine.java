package org.trainingaudit.setup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what stays on this machine, and so may go unencrypted. */
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "[::1]");
    private static final Pattern NUMBER = Pattern.compile("127(?:\\.\\d{1,3}){3}");

    private ThisMachine() {}

    /** Whether a host of an address is this machine. A name that begins like its number isn't: anybody can have it. */
    static boolean isCalled(String host) {
        return NAMES.contains(host) || NUMBER.matcher(host).matches();
    }

    /**
     * Whether what listens there is reached from this machine alone.
     *
     * @throws UnknownHostException where the name means nothing here
     */
    static boolean listensAlone(String address) throws UnknownHostException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }
}
