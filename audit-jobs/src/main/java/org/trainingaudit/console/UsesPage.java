package org.trainingaudit.console;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Explaining;
import org.trainingaudit.operate.Explaining.Explained;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Which uses are worst and which lack a fact; why the law says of one what it says; answering what is missing. */
@Controller
class UsesPage {

    private static final int QUESTIONS = 8;
    private static final List<String> VERDICTS =
            List.of("violation", "needs-review", "not-yet-applicable", "compliant");

    private final UseList uses;
    private final Explaining explaining;
    private final Attesting attesting;
    private final BusinessDate date;
    private final Configuration setup;

    UsesPage(UseList uses, Explaining explaining, Attesting attesting, BusinessDate date, Configuration setup) {
        this.uses = uses;
        this.explaining = explaining;
        this.attesting = attesting;
        this.date = date;
        this.setup = setup;
    }

    @GetMapping("/uses")
    String list(
            Model model,
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader("HX-Request") Optional<String> fragment,
            Sight sight) {
        UseList.Filter filter = new UseList.Filter(regime, verdict, dataset);
        Shown.of(uses.page(filter, sight, after, Shown.ASKED), UseList.Line::use)
                .into(model, "uses");
        model.addAttribute("filter", filter);
        model.addAttribute("verdicts", VERDICTS);
        model.addAttribute(
                "regimes", setup.regimes().all().stream().map(Regime::id).toList());
        return fragment.isPresent() ? "uses :: list" : "uses";
    }

    @GetMapping("/use")
    String one(Model model, @RequestParam String id, Sight sight) {
        Explained explained = explaining.of(id, sight).orElseThrow(Absent::new);
        model.addAttribute("it", explained);
        model.addAttribute("contradictions", uses.contradictions(id));
        model.addAttribute("questions", questions(explained));
        model.addAttribute("answers", attesting.of(id));
        model.addAttribute("today", date.today());
        return "use";
    }

    /** The smallest sets of facts that would turn what a regime says; apart, because looking for them takes a while. */
    @GetMapping("/use/turns")
    String turns(
            Model model,
            @RequestParam String id,
            @RequestParam String regime,
            @RequestHeader("HX-Request") Optional<String> fragment,
            Sight sight) {
        model.addAttribute("id", id);
        model.addAttribute("why", explaining.turns(id, regime, sight).orElseThrow(Absent::new));
        return fragment.isPresent() ? "turns :: turns" : "turns";
    }

    /** The missing facts as questions, those that most rules wait for first. */
    private List<Question> questions(Explained explained) {
        return Question.of(explained.why()).stream()
                .filter(question -> setup.facts().find(question.fact()).isPresent())
                .limit(QUESTIONS)
                .map(question -> question.with(definition(question.fact())))
                .toList();
    }

    private FactDefinition definition(String fact) {
        return setup.facts().find(fact).orElseThrow();
    }

    @PostMapping("/uses/attest")
    String attest(
            @RequestParam String id,
            @RequestParam String fact,
            @RequestParam(defaultValue = "") String value,
            @RequestParam String evidence,
            @RequestParam String until,
            Principal who,
            Sight sight,
            RedirectAttributes after) {
        UseList.Line seen = uses.find(id, sight).orElseThrow(Absent::new);
        after.addAttribute("id", seen.use());
        AttestationRequest request = new AttestationRequest(id, fact, value, who.getName(), evidence, "", until);
        Attempt.of(() -> attesting.attest(request), "use.attested", after);
        return "redirect:/use";
    }
}
