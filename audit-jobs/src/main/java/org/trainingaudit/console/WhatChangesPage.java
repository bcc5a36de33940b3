package org.trainingaudit.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.ChangeDesk;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.LawSteps;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;

/** What changes for which use on a day on which law moves. */
@Controller
class WhatChangesPage {

    private static final int STEPS = 12;
    private static final int OVER = 286;

    private final LawSteps steps;
    private final BusinessDate date;
    private final ChangeDesk changes;
    private final ChangesAhead ahead;
    private final NightList nights;

    WhatChangesPage(LawSteps steps, BusinessDate date, ChangeDesk changes, ChangesAhead ahead, NightList nights) {
        this.steps = steps;
        this.date = date;
        this.changes = changes;
        this.ahead = ahead;
        this.nights = nights;
    }

    @GetMapping("/what-changes")
    String changes(
            Model model,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestHeader("HX-Request") Optional<String> fragment,
            HttpServletResponse response,
            Sight sight) {
        LocalDate first = from.orElseGet(date::today);
        model.addAttribute("from", first);
        model.addAttribute("to", to.orElse(first.plusYears(1)));
        model.addAttribute("steps", steps.next(first, STEPS));
        model.addAttribute("night", nights.latest());
        boolean table = to.isEmpty() && sight.isWhole();
        model.addAttribute("table", table);
        model.addAttribute("days", table ? ahead.from(first) : Optional.empty());
        try {
            to.map(day -> changes.compare(first, day, sight))
                    .ifPresent(answer -> show(model, answer, fragment.isPresent(), response));
        } catch (ConfigurationException | OperationRefused e) {
            model.addAttribute("refused", e.getMessage());
        }
        return fragment.isPresent() ? "what-changes :: result" : "what-changes";
    }

    /** Status 286 tells the page to ask no more. */
    private static void show(Model model, ChangeDesk.Answer answer, boolean fragment, HttpServletResponse response) {
        boolean working = answer.report().isEmpty() && !answer.failed();
        model.addAttribute("working", working);
        model.addAttribute("answer", answer);
        answer.report().ifPresent(report -> model.addAttribute("change", report));
        if (fragment && !working) {
            response.setStatus(OVER);
        }
    }
}
