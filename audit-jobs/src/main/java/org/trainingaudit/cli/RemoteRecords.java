package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of one kind that {@code audit serve} keeps: listing them, adding one, and deciding on one. Who does it is whom the
 * server knows the caller as, and nobody else.
 */
final class RemoteRecords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServeClient server;
    private final String path;

    /** Those under a path of the server. */
    RemoteRecords(ServeClient server, String path) {
        this.server = server;
        this.path = path;
    }

    /** An object to be filled with what is asked for. */
    static ObjectNode wish() {
        return JSON.createObjectNode();
    }

    /** Those that a query names, {@code ?dataset=a}, or all where it is empty. */
    <T> List<T> list(String query, Class<T> type) {
        return server.get(path + query)
                .valueStream()
                .map(one -> JSON.treeToValue(one, type))
                .toList();
    }

    /** Adds one. */
    <T> T add(String by, ObjectNode wish, Class<T> type) {
        return post(path, by, wish, type);
    }

    /** Decides on one: takes it back, approves of it. */
    <T> T decide(String id, String verb, String by, String reason, Class<T> type) {
        return post(path + "/" + id + "/" + verb, by, wish().put("reason", reason), type);
    }

    private <T> T post(String place, String by, ObjectNode wish, Class<T> type) {
        ServingProgram.requireOwn(by, server);
        return JSON.treeToValue(server.post(place, wish, Optional.empty()), type);
    }
}
