package org.trainingaudit.console;

import java.security.Principal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.RunHistory;
import org.trainingaudit.schedule.Schedule;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;

/** What ran, failed, was missed, and what runs next; starting one. */
@Controller
class RunsPage {

    private final Runs runs;
    private final RunHistory history;
    private final Operations operations;
    private final Configuration setup;
    private final Schedule schedule;
    private final NightList nights;
    private final SecureRandom random = new SecureRandom();

    RunsPage(
            Runs runs,
            RunHistory history,
            Operations operations,
            Configuration setup,
            Schedule schedule,
            NightList nights) {
        this.runs = runs;
        this.history = history;
        this.operations = operations;
        this.setup = setup;
        this.schedule = schedule;
        this.nights = nights;
    }

    @GetMapping("/runs")
    String show(Model model, @RequestParam(defaultValue = "") String after, Sight sight) {
        Shown<Run> shown = Shown.of(runs.page(after, Shown.ASKED), Run::key);
        model.addAttribute("runs", shown.rows().stream().map(history::view).toList());
        model.addAttribute("next", shown.next());
        model.addAttribute(
                "sources",
                sight.sources()
                        .orElseGet(() ->
                                setup.sources().all().stream().map(Source::id).toList()));
        model.addAttribute("planned", schedule.planned());
        model.addAttribute("missed", nights.missed());
        model.addAttribute("key", freshKey());
        return "runs";
    }

    /** A key for the form, so that sending it twice starts one run; never one that an earlier form had. */
    private String freshKey() {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    @PostMapping("/runs")
    String start(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf,
            @RequestParam(defaultValue = "") String source,
            @RequestParam String reason,
            @RequestParam String key,
            Principal who,
            RedirectAttributes after) {
        Set<String> sources = source.isEmpty() ? Set.of() : Set.of(source);
        try {
            RunRequest request = new RunRequest(asOf, Map.of(), sources, Set.of());
            Run run = operations.start(request, new By(who.getName(), reason), Optional.of("form " + key));
            after.addFlashAttribute("done", "run.started");
            return "redirect:/runs/" + run.key();
        } catch (OperationRefused | ConfigurationException e) {
            after.addFlashAttribute("refused", e.getMessage());
            return "redirect:/runs#start";
        }
    }
}
