package org.trainingaudit.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.SignedCheckpoint;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.view.Sight;

/** Is the trail sealed and witnessed, and does it hold what somebody kept? */
@Controller
class TrailPage {

    private static final int SIZE = 50;

    private final Trail trail;
    private final TrailCheck check;

    TrailPage(Trail trail, TrailCheck check) {
        this.trail = trail;
        this.check = check;
    }

    @GetMapping("/trail")
    String show(Model model, @RequestParam Optional<Long> before, Sight sight) {
        fill(model, before, sight);
        return shown(model, check.standing());
    }

    @PostMapping("/trail/verify")
    String verify(Model model, Sight sight) {
        fill(model, Optional.empty(), sight);
        return shown(model, check.begin());
    }

    private static String shown(Model model, TrailCheck.Standing standing) {
        standing.report().ifPresent(report -> model.addAttribute("report", report));
        model.addAttribute("verifying", standing.on());
        return "trail";
    }

    private void fill(Model model, Optional<Long> before, Sight sight) {
        Optional<SignedCheckpoint> published = trail.published();
        long size = published.map(checkpoint -> checkpoint.checkpoint().size()).orElse(0L);
        long to = Math.max(0, Math.min(size, before.orElse(size)));
        long from = Math.max(0, to - SIZE);
        boolean whole = sight.isWhole();
        List<Entry> entries =
                to > from && whole ? new ArrayList<>(trail.reader().entries(from, to)) : List.of();
        if (!entries.isEmpty()) {
            Collections.reverse(entries);
        }
        model.addAttribute("size", size);
        model.addAttribute("from", from);
        model.addAttribute("entries", entries);
        model.addAttribute("origin", trail.origin());
        model.addAttribute("vkey", trail.vkey().toString());
        model.addAttribute(
                "root",
                published
                        .map(checkpoint -> checkpoint.checkpoint().root().hex())
                        .orElse(""));
        model.addAttribute("witnesses", trail.witnesses());
        model.addAttribute("waiting", Math.max(0, trail.size() - size));
    }
}
