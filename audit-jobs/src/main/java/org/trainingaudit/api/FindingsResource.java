package org.trainingaudit.api;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.FindingFilter;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Waiving;
import org.trainingaudit.view.Sight;

/** Findings, and waivers that are asked for by one account and decided by another. */
@RestController
@RequestMapping("/api/v1")
class FindingsResource {

    private final Findings findings;
    private final Waiving waivers;
    private final BusinessDate date;

    FindingsResource(Findings findings, Waiving waivers, BusinessDate date) {
        this.findings = findings;
        this.waivers = waivers;
        this.date = date;
    }

    /** A wish for a waiver: of one finding, of a use, or of a regime and a dataset. */
    record Wish(
            Optional<String> finding,
            Optional<String> regime,
            Optional<String> dataset,
            Optional<String> use,
            Optional<String> reason,
            Optional<LocalDate> until) {}

    /** What is decided of a waiver, and why. */
    record Decision(Optional<String> reason) {
        String text() {
            return reason.orElse("");
        }
    }

    @GetMapping("/findings")
    Page<Finding> list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Sight sight) {
        FindingFilter filter =
                new FindingFilter(Choice.of("state", state, FindingFilter.STATES), regime, use, sight.sources());
        List<Finding> page = findings.page(filter, date.today(), after, Page.checked(limit) + 1);
        return Page.of(page, limit, finding -> finding, Finding::id);
    }

    @GetMapping("/findings/{id}")
    Finding one(@PathVariable String id, Sight sight) {
        return findings.find(id)
                .filter(finding -> sight.covers(finding.seen().dataset()))
                .orElseThrow(NotThere::new);
    }

    @GetMapping("/waivers")
    List<Waiving.Listed> waivers(Sight sight) {
        return waivers.list().stream()
                .filter(listed -> waivers.isSeen(listed.waiver(), sight))
                .toList();
    }

    private String seen(String id, Sight sight) {
        if (!waivers.isSeen(id, sight)) {
            throw new NotThere();
        }
        return id;
    }

    @PostMapping("/waivers")
    @ResponseStatus(HttpStatus.CREATED)
    Waiver ask(@RequestBody Wish wish, Principal who, Sight sight) {
        wish.finding().ifPresent(id -> one(id, sight));
        if (wish.finding().isEmpty() && !sight.isWhole()) {
            throw new NotThere();
        }
        WaiverScope scope = new WaiverScope(wish.finding(), wish.regime(), wish.dataset(), wish.use());
        LocalDate until = wish.until().orElseThrow(() -> new BadRequest("until is missing; expected a date"));
        return waivers.request(scope, who.getName(), wish.reason().orElse(""), until);
    }

    @PostMapping("/waivers/{id}/approve")
    Waiver approve(@PathVariable String id, @RequestBody Decision decision, Principal who, Sight sight) {
        return waivers.approve(seen(id, sight), who.getName(), decision.text());
    }

    @PostMapping("/waivers/{id}/refuse")
    Waiver refuse(@PathVariable String id, @RequestBody Decision decision, Principal who, Sight sight) {
        return waivers.refuse(seen(id, sight), who.getName(), decision.text());
    }

    @PostMapping("/waivers/{id}/withdraw")
    Waiver withdraw(@PathVariable String id, @RequestBody Decision decision, Principal who, Sight sight) {
        return waivers.withdraw(seen(id, sight), who.getName(), decision.text());
    }
}
