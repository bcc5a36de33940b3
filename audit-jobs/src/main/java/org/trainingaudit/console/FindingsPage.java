package org.trainingaudit.console;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.FindingFilter;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Waiving;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.Sight;

/** What is open, whose it is, by when; asking for waivers and deciding on those of others. */
@Controller
class FindingsPage {

    private static final int ASKED = 10;
    private static final List<String> STATES =
            Stream.concat(FindingFilter.STATES.stream(), Stream.of("")).toList();

    private final Findings findings;
    private final Waiving waivers;
    private final BusinessDate date;
    private final Configuration setup;

    FindingsPage(Findings findings, Waiving waivers, BusinessDate date, Configuration setup) {
        this.findings = findings;
        this.waivers = waivers;
        this.date = date;
        this.setup = setup;
    }

    @GetMapping("/findings")
    String list(
            Model model,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader("HX-Request") Optional<String> fragment,
            Sight sight) {
        FindingFilter filter = new FindingFilter(state, regime, use, sight.sources());
        Shown.of(findings.page(filter, date.today(), after, Shown.ASKED), Finding::id)
                .into(model, "findings");
        model.addAttribute("filter", filter);
        model.addAttribute("states", STATES);
        model.addAttribute("today", date.today());
        model.addAttribute(
                "regimes", setup.regimes().all().stream().map(Regime::id).toList());
        if (fragment.isEmpty()) {
            asked(model, sight);
        }
        return fragment.isPresent() ? "findings :: list" : "findings";
    }

    /** The oldest of the waivers that wait for a decision, and how many there are. */
    private void asked(Model model, Sight sight) {
        List<Waiver> asked = waivers.list().stream()
                .filter(listed -> listed.standing().equals("requested"))
                .map(Waiving.Listed::waiver)
                .filter(waiver -> waivers.isSeen(waiver, sight))
                .toList();
        model.addAttribute("asked", asked.subList(0, Math.min(ASKED, asked.size())));
        model.addAttribute("waiting", asked.size());
    }

    @GetMapping("/finding")
    String one(Model model, @RequestParam String id, Sight sight) {
        Finding finding = seen(id, sight);
        model.addAttribute("finding", finding);
        model.addAttribute("today", date.today());
        model.addAttribute("waiver", findings.waiverOf(finding, date.today()));
        model.addAttribute("longest", setup.findings().longestWaiverDays());
        model.addAttribute(
                "waivers",
                waivers.list().stream()
                        .filter(listed -> listed.waiver().scope().covers(finding))
                        .toList());
        model.addAttribute("regime", setup.regimes().get(finding.regime()).map(Regime::name));
        return "finding";
    }

    @PostMapping("/waivers")
    String ask(
            @RequestParam String finding,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Principal who,
            Sight sight,
            RedirectAttributes after) {
        seen(finding, sight);
        Attempt.of(
                () -> waivers.request(WaiverScope.ofFinding(finding), who.getName(), reason, until),
                "waiver.asked",
                after);
        return "redirect:/finding?id=" + finding;
    }

    @PostMapping("/waivers/{id}/{act:approve|refuse|withdraw}")
    String decide(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String finding,
            Principal who,
            Sight sight,
            RedirectAttributes after) {
        if (!waivers.isSeen(id, sight)) {
            throw new Absent();
        }
        Runnable work = switch (act) {
            case "approve" -> () -> waivers.approve(id, who.getName(), reason);
            case "refuse" -> () -> waivers.refuse(id, who.getName(), reason);
            default -> () -> waivers.withdraw(id, who.getName(), reason);
        };
        if (!finding.isEmpty()) {
            seen(finding, sight);
            after.addAttribute("id", finding);
        }
        Attempt.of(work, "waiver.did." + act, after);
        return finding.isEmpty() ? "redirect:/findings" : "redirect:/finding";
    }

    private Finding seen(String id, Sight sight) {
        return findings.find(id)
                .filter(finding -> sight.covers(finding.seen().dataset()))
                .orElseThrow(Absent::new);
    }
}
