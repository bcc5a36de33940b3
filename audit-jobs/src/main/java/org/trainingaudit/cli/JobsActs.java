package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.RunRequest;
import tools.jackson.databind.JsonNode;

/** What operators do with runs, wherever the database is open. Answers are JSON as the API gives it. */
interface JobsActs {

    /** All runs, the newest first. */
    List<JsonNode> list();

    /** Starts a run; where this process does it, it waits until the run is over. */
    JsonNode start(RunRequest request, String reason, Optional<String> key);

    /** Does {@code stop}, {@code restart} or {@code give-up} to a run. */
    JsonNode act(String verb, String run, String reason);

    /** Goes on with a run whose process ended without a word, if there is one. */
    Optional<JsonNode> recover();
}
