package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.LawSteps;
import org.trainingaudit.setup.Configuration;

/** Which law, which step, how certain. */
@Controller
class RegimesPage {

    private static final int STEPS = 12;

    private final Configuration setup;
    private final LawSteps steps;
    private final Attesting attesting;

    RegimesPage(Configuration setup, LawSteps steps, Attesting attesting) {
        this.setup = setup;
        this.steps = steps;
        this.attesting = attesting;
    }

    @GetMapping("/regimes")
    String list(Model model) {
        model.addAttribute("regimes", setup.regimes().all());
        model.addAttribute("steps", steps.next(attesting.today(), STEPS));
        return "regimes";
    }

    @GetMapping("/regimes/{id:[a-z0-9-]+}")
    String one(Model model, @PathVariable String id) {
        model.addAttribute("regime", setup.regimes().get(id).orElseThrow(Absent::new));
        model.addAttribute("today", attesting.today());
        return "regime";
    }
}
