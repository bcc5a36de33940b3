package org.trainingaudit.console;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.LiveProgress;
import org.trainingaudit.operate.OperationLog;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.RunHistory;
import org.trainingaudit.operate.RunState;
import org.trainingaudit.view.Sight;

/** How far a run is, how long still, which step is in trouble; stopping and restarting it. */
@Controller
class RunPage {

    private static final String NIGHTLY = "/runs/nightly/{date}";
    private static final String NUMBERED = "/runs/{kind:manual|trial}/{date}/{number:\\d{1,6}}";
    private static final int OVER = 286;

    private final Runs runs;
    private final RunHistory history;
    private final Operations operations;
    private final OperationLog log;
    private final LiveProgress progress;
    private final Clock clock;
    private final List<String> steps;

    RunPage(
            Runs runs,
            RunHistory history,
            Operations operations,
            OperationLog log,
            LiveProgress progress,
            Clock clock,
            Job night) {
        this.runs = runs;
        this.history = history;
        this.operations = operations;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
        this.steps = NightlyJob.steps(night);
    }

    @GetMapping({NIGHTLY, NUMBERED})
    String show(
            Model model,
            @PathVariable @Nullable String kind,
            @PathVariable String date,
            @PathVariable @Nullable String number,
            @RequestParam(defaultValue = "true") boolean follow,
            Sight sight) {
        fill(model, key(kind, date, number), sight, follow);
        return "run";
    }

    /** What moves, by itself; status 286 tells the page to ask no more. */
    @GetMapping({NIGHTLY + "/live", NUMBERED + "/live"})
    String live(
            Model model,
            HttpServletResponse response,
            @PathVariable @Nullable String kind,
            @PathVariable String date,
            @PathVariable @Nullable String number,
            Sight sight) {
        RunHistory.Course course = fill(model, key(kind, date, number), sight, true);
        if (course.state() != RunState.RUNNING) {
            response.setStatus(OVER);
        }
        return "run :: live";
    }

    private RunHistory.Course fill(Model model, String key, Sight sight, boolean follow) {
        boolean whole = sight.isWhole();
        Run run = runs.find(key).orElseThrow(Absent::new);
        RunHistory.Course course = history.of(run);
        model.addAttribute("run", course);
        model.addAttribute("whole", whole);
        model.addAttribute("view", whole ? history.view(run) : history.view(run).withoutCounts());
        model.addAttribute("stages", Stage.of(steps, course.steps()));
        model.addAttribute("actions", log.of(key));
        model.addAttribute("notes", whole && course.state() == RunState.RUNNING ? progress.notes() : List.of());
        model.addAttribute("now", clock.instant());
        model.addAttribute("follow", follow);
        model.addAttribute("acts", List.of("stop", "restart", "give-up"));
        return course;
    }

    @PostMapping({NIGHTLY + "/{act:stop|restart|give-up}", NUMBERED + "/{act:stop|restart|give-up}"})
    String act(
            @PathVariable @Nullable String kind,
            @PathVariable String date,
            @PathVariable @Nullable String number,
            @PathVariable String act,
            @RequestParam String reason,
            Principal who,
            RedirectAttributes after) {
        String key = key(kind, date, number);
        Consumer<By> work = switch (act) {
            case "stop" -> by -> operations.stop(key, by);
            case "restart" -> by -> operations.restart(key, by);
            default -> by -> operations.giveUp(key, by);
        };
        Attempt.of(() -> work.accept(new By(who.getName(), reason)), "run.did." + act, after);
        return "redirect:/runs/" + key;
    }

    private static String key(@Nullable String kind, String date, @Nullable String number) {
        return number == null ? "nightly/" + date : kind + "/" + date + "/" + number;
    }
}
