package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trainingaudit.access.OrganisationSignIn;

/** Where people sign in; and the line that says which run is on. */
@Controller
class SignInPage {

    private final OrganisationSignIn organisation;

    SignInPage(OrganisationSignIn organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/sign-in")
    String show(Model model) {
        model.addAttribute("organisation", organisation.isOffered());
        return "sign-in";
    }

    /** The line alone, which pages ask for now and then. */
    @GetMapping("/running")
    String running() {
        return "parts :: running";
    }
}
