package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trainingaudit.nightly.Runs;

/** What ran, and how it came out. */
@Controller
class RunsPage {

    private final Runs runs;

    RunsPage(Runs runs) {
        this.runs = runs;
    }

    @GetMapping({"/", "/runs"})
    String show(Model model) {
        model.addAttribute("runs", runs.all());
        return "runs";
    }
}
