package org.trainingaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.RunResult;
import org.trainingaudit.operate.RunState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit in the program that serves, watched from here until it is over. */
final class RemoteRun implements RunActs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOOK_MILLIS = 500;

    private final ServeClient server;
    private final RemoteJobs jobs;
    private final Progress progress;
    private String step = "";

    RemoteRun(ServeClient server, Progress progress) {
        this.server = server;
        this.jobs = new RemoteJobs(server);
        this.progress = progress;
    }

    @Override
    public Outcome run(RunRequest request, boolean anew) {
        Optional<String> left = cutShort();
        if (left.isPresent() && anew) {
            progress.note("Giving up " + left.get() + ", which was cut short.");
            jobs.act("give-up", left.get(), "audit run --new");
        } else if (left.isPresent()) {
            progress.note("Going on with " + left.get() + ", which was cut short.");
            return watch(jobs.act("restart", left.get(), "audit run"));
        }
        return watch(jobs.start(request, "", Optional.empty()));
    }

    private Optional<String> cutShort() {
        return jobs.list().stream()
                .filter(run -> state(run).canRestart())
                .map(run -> run.path("run").asString())
                .findFirst();
    }

    private static RunState state(JsonNode run) {
        return RunState.valueOf(run.path("state").asString().toUpperCase(Locale.ROOT));
    }

    private Outcome watch(JsonNode begun) {
        String key = begun.path("run").asString();
        JsonNode now = begun;
        while (state(now) == RunState.RUNNING) {
            show(now.path("progress").path("name").asString(""));
            pause(key);
            now = jobs.find(key);
        }
        show("");
        RunState state = state(now);
        if (state == RunState.COMPLETE || state == RunState.INCOMPLETE) {
            JsonNode result = server.get(jobs.path(key) + "/result");
            return new Outcome(key, Optional.of(JSON.treeToValue(result, RunResult.class)), List.of());
        }
        return new Outcome(key, Optional.empty(), List.of("it is " + state.word() + "; its page and the log say why"));
    }

    private void show(String now) {
        if (!now.equals(step)) {
            if (!step.isEmpty()) {
                progress.end(step);
            }
            if (!now.isEmpty()) {
                progress.begin(now, 0);
            }
            step = now;
        }
    }

    private static void pause(String key) {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongUse("interrupted; " + key + " goes on in the program that serves");
        }
    }
}
