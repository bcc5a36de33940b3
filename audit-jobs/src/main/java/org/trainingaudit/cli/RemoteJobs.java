package org.trainingaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.RunRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The runs of a database that {@code audit serve} has open. */
final class RemoteJobs implements JobsActs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RUNS = "/api/v1/runs";

    private final ServeClient server;

    RemoteJobs(ServeClient server) {
        this.server = server;
    }

    @Override
    public List<JsonNode> list() {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = server.get(RUNS + "?limit=200&after=" + after);
            page.path("items").forEach(all::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return all;
    }

    /** Where a run is found. */
    String path(String run) {
        return RUNS + "/" + Segments.checked(run);
    }

    JsonNode find(String run) {
        return server.get(path(run));
    }

    @Override
    public JsonNode start(RunRequest request, String reason, Optional<String> key) {
        ObjectNode body = JSON.createObjectNode().put("reason", reason);
        request.asOf().ifPresent(day -> body.put("asOf", day.toString()));
        request.knownAt().ifPresent(day -> body.put("knownAt", day.toString()));
        body.set("assume", JSON.valueToTree(request.assumed()));
        body.set("sources", JSON.valueToTree(request.sources()));
        body.set("regimes", JSON.valueToTree(request.regimes()));
        return server.post(RUNS, body, key);
    }

    @Override
    public JsonNode act(String verb, String run, String reason) {
        return server.post(path(run) + "/" + verb, JSON.createObjectNode().put("reason", reason), Optional.empty());
    }

    /** A serving program recovers by itself when it starts. */
    @Override
    public Optional<JsonNode> recover() {
        return Optional.empty();
    }

    /** The key of a run as a part of an address. */
    private static final class Segments {
        static String checked(String run) {
            if (!run.matches("[a-z]+/[0-9-]+(/[0-9]+)?")) {
                throw new WrongUse("'" + Printable.text(run) + "' is no run; 'audit jobs list' has them");
            }
            return run;
        }
    }
}
