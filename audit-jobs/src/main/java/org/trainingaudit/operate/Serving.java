package org.trainingaudit.operate;

import java.util.List;
import java.util.function.Consumer;
import org.trainingaudit.access.Accounts;

/**
 * How a program serves.
 *
 * @param faces the classes from which the components of the faces are found
 * @param port where to listen on the configured address; 0 for any that is free
 * @param log the form of its log
 * @param more what its faces are told
 * @param asked whether other commands on this machine turn to it
 * @param beforeListening sees to the accounts before anybody can come in; what it throws ends the start
 */
public record Serving(
        List<Class<?>> faces,
        int port,
        LogFormat log,
        List<String> more,
        boolean asked,
        Consumer<Accounts> beforeListening) {

    /** One to which commands turn, and whose faces need be told nothing. */
    public static Serving with(List<Class<?>> faces, int port, LogFormat log, Consumer<Accounts> beforeListening) {
        return new Serving(faces, port, log, List.of(), true, beforeListening);
    }
}
