package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.LawSteps;
import org.trainingaudit.setup.Configuration;

/** Which law, which step, how certain. */
@Controller
class RegimesPage {

    private static final int STEPS = 12;

    private final Configuration setup;
    private final LawSteps steps;
    private final BusinessDate date;

    RegimesPage(Configuration setup, LawSteps steps, BusinessDate date) {
        this.setup = setup;
        this.steps = steps;
        this.date = date;
    }

    @GetMapping("/regimes")
    String list(Model model) {
        model.addAttribute("regimes", setup.regimes().all());
        model.addAttribute("steps", steps.next(date.today(), STEPS));
        return "regimes";
    }

    @GetMapping("/regimes/{id:[a-z0-9-]+}")
    String one(Model model, @PathVariable String id) {
        model.addAttribute("regime", setup.regimes().get(id).orElseThrow(Absent::new));
        model.addAttribute("today", date.today());
        return "regime";
    }
}
