package org.trainingaudit.cluster;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.hash.Sha256;

/**
 * To whom the broker gives a message: to those who have the run's configuration, and to none who has left the share to others
 * before. It saves ways; who may take a share is decided elsewhere.
 */
final class Address {

    private static final String CONFIG = "audit_config";
    private static final String EXCEPT = "audit_except";
    private static final int DIGITS = 16;

    private Address() {}

    static void write(Message message, String config, Set<String> except) throws JMSException {
        message.setStringProperty(CONFIG, config);
        if (!except.isEmpty()) {
            message.setStringProperty(
                    EXCEPT, except.stream().sorted().map(Address::sign).collect(Collectors.joining(" ")));
        }
    }

    /** What a worker of that name and configuration asks for. */
    static String selector(String config, String worker) {
        return CONFIG + " = '" + config + "' and (" + EXCEPT + " is null or " + EXCEPT + " not like '%" + sign(worker)
                + "%')";
    }

    /** A name may hold what means something in a pattern, and is nobody's business at the broker. */
    private static String sign(String worker) {
        return Sha256.hex(worker).substring(0, DIGITS);
    }
}
