package org.trainingaudit.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.OperationLog;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.RunHistory;
import org.trainingaudit.operate.RunResult;
import org.trainingaudit.operate.RunResults;
import org.trainingaudit.operate.RunView;
import org.trainingaudit.view.Sight;

/** Runs, the newest first, and what operators do with them. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsResource {

    private static final String NIGHTLY = "/nightly/{date}";
    private static final String NUMBERED = "/{kind:manual|trial}/{date}/{number:\\d{1,6}}";
    private static final int LONGEST_KEY = 128;

    private final Runs runs;
    private final RunHistory history;
    private final Operations operations;
    private final OperationLog log;
    private final RunResults results;

    RunsResource(Runs runs, RunHistory history, Operations operations, OperationLog log, RunResults results) {
        this.runs = runs;
        this.history = history;
        this.operations = operations;
        this.log = log;
        this.results = results;
    }

    @GetMapping
    Page<RunView> all(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit, Sight sight) {
        List<Run> page = runs.page(after, Page.checked(limit) + 1);
        return Page.of(page, limit, run -> view(run, sight), Run::key);
    }

    @GetMapping({NIGHTLY, NUMBERED})
    RunView one(RunKey key, Sight sight) {
        return view(find(key), sight);
    }

    @GetMapping({NIGHTLY + "/steps", NUMBERED + "/steps"})
    List<StepView> steps(RunKey key, Sight sight) {
        boolean counts = sight.isWhole();
        return history.of(find(key)).steps().stream()
                .map(step -> StepView.of(step, counts))
                .toList();
    }

    @GetMapping({NIGHTLY + "/actions", NUMBERED + "/actions"})
    List<OperationLog.Action> actions(RunKey key) {
        return log.of(find(key).key());
    }

    /** Counts of all units, so not for accounts that see a part. */
    @GetMapping({NIGHTLY + "/result", NUMBERED + "/result"})
    RunResult result(RunKey key, Sight sight) {
        if (!sight.isWhole()) {
            throw new NotThere();
        }
        return results.of(find(key));
    }

    @PostMapping
    ResponseEntity<RunView> start(
            @RequestBody StartRequest asked,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Principal who,
            Sight sight) {
        key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).ifPresent(text -> {
            throw new BadRequest("an Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        });
        Run run = operations.start(asked.request(), asked.by(who.getName()), key);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.key()))
                .body(view(run, sight));
    }

    @PostMapping({NIGHTLY + "/stop", NUMBERED + "/stop"})
    ResponseEntity<RunView> stop(RunKey key, @RequestBody Reason reason, Principal who, Sight sight) {
        operations.stop(key.text(), reason.by(who.getName()));
        return ResponseEntity.accepted().body(view(find(key), sight));
    }

    @PostMapping({NIGHTLY + "/restart", NUMBERED + "/restart"})
    ResponseEntity<RunView> restart(RunKey key, @RequestBody Reason reason, Principal who, Sight sight) {
        return ResponseEntity.accepted().body(view(operations.restart(key.text(), reason.by(who.getName())), sight));
    }

    @PostMapping({NIGHTLY + "/give-up", NUMBERED + "/give-up"})
    RunView giveUp(RunKey key, @RequestBody Reason reason, Principal who, Sight sight) {
        operations.giveUp(key.text(), reason.by(who.getName()));
        return view(find(key), sight);
    }

    private RunView view(Run run, Sight sight) {
        RunView view = history.view(run);
        return sight.isWhole() ? view : view.withoutCounts();
    }

    private Run find(RunKey key) {
        return runs.find(key.text()).orElseThrow(NotThere::new);
    }

    /** A reason, which goes into the trail with the account's name. */
    record Reason(Optional<String> reason) {
        By by(String who) {
            return new By(who, reason.orElse(""));
        }
    }
}
