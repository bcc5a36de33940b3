package org.trainingaudit.console;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.Role;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.setup.Configuration;

/** Who may sign in, as what, and whose data they see. */
@Controller
class AccountsPage {

    private static final String BACK = "redirect:/accounts";

    private final Accounts accounts;
    private final AccessTrail trail;
    private final Configuration setup;

    AccountsPage(Accounts accounts, AccessTrail trail, Configuration setup) {
        this.accounts = accounts;
        this.trail = trail;
        this.setup = setup;
    }

    @GetMapping("/accounts")
    String list(Model model) {
        List<String> units = setup.sources().all().stream()
                .map(Source::owner)
                .distinct()
                .sorted()
                .toList();
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::word).toList());
        model.addAttribute("units", units);
        return "accounts";
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam String password,
            Principal who,
            RedirectAttributes after) {
        Role chosen = Role.of(role).orElseThrow(Absent::new);
        return done(() -> accounts.add(name, chosen, unit, password), "account-add", name, who, after);
    }

    @PostMapping("/accounts/password")
    String password(@RequestParam String name, @RequestParam String password, Principal who, RedirectAttributes after) {
        return done(() -> accounts.setPassword(name, password), "account-password", name, who, after);
    }

    @PostMapping("/accounts/enabled")
    String enabled(@RequestParam String name, @RequestParam boolean enabled, Principal who, RedirectAttributes after) {
        String action = enabled ? "account-open" : "account-shut";
        return done(() -> accounts.setEnabled(name, enabled), action, name, who, after);
    }

    private String done(Runnable work, String action, String name, Principal who, RedirectAttributes after) {
        Runnable recorded = () -> {
            work.run();
            trail.record(who.getName(), action, name, "done");
        };
        Attempt.of(recorded, "account.changed", after);
        return BACK;
    }
}
