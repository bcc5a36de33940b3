package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.RunHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs of a database that this process has open. */
final class LocalJobs implements JobsActs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuditContext context;
    private final Operations operations;

    LocalJobs(AuditContext context) {
        this.context = context;
        this.operations = context.get(Operations.class);
    }

    @Override
    public List<JsonNode> list() {
        return context.get(Runs.class).all().stream().map(this::view).toList();
    }

    @Override
    public JsonNode start(RunRequest request, String reason, Optional<String> key) {
        return finished(operations.start(request, by(reason), key));
    }

    @Override
    public JsonNode act(String verb, String run, String reason) {
        switch (verb) {
            case "stop" -> operations.stop(run, by(reason));
            case "restart" -> finished(operations.restart(run, by(reason)));
            default -> operations.giveUp(run, by(reason));
        }
        return view(context.get(Runs.class).find(run).orElseThrow());
    }

    @Override
    public Optional<JsonNode> recover() {
        return operations.recover(By.recovery()).map(this::finished);
    }

    private JsonNode finished(Run run) {
        try {
            operations.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongUse("interrupted; the run stops at its next chunk and can be restarted");
        }
        return view(context.get(Runs.class).find(run.key()).orElseThrow());
    }

    private JsonNode view(Run run) {
        return JSON.valueToTree(context.get(RunHistory.class).view(run));
    }

    private static By by(String reason) {
        return new By(By.local().who(), reason);
    }
}
