package org.trainingaudit.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.access.Account;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.FreshSignIn;
import org.trainingaudit.access.TooManyAttempts;

/** Where people give their password again before what weighs most. */
@Controller
class ConfirmPage {

    private final FreshSignIn fresh;
    private final Accounts accounts;

    ConfirmPage(FreshSignIn fresh, Accounts accounts) {
        this.fresh = fresh;
        this.accounts = accounts;
    }

    @GetMapping("/confirm")
    String show(Model model, @RequestParam(defaultValue = "/") String back, Principal who) {
        model.addAttribute("back", FreshSignIn.checked(back));
        model.addAttribute(
                "elsewhere",
                accounts.find(who.getName()).map(Account::organisation).orElse(false));
        return "confirm";
    }

    @PostMapping("/confirm")
    String confirm(
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String back,
            Principal who,
            HttpServletRequest request,
            RedirectAttributes after) {
        try {
            fresh.confirm(request, who.getName(), password);
            after.addFlashAttribute("done", "confirmed");
            return "redirect:" + FreshSignIn.checked(back);
        } catch (AuthenticationException e) {
            after.addAttribute("back", FreshSignIn.checked(back));
            after.addAttribute(e instanceof TooManyAttempts ? "wait" : "error", "");
            return "redirect:/confirm";
        }
    }
}
