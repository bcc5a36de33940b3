package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in; and the line that says which run is on. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show() {
        return "sign-in";
    }

    /** The line alone, which pages ask for now and then. */
    @GetMapping("/running")
    String running() {
        return "parts :: running";
    }
}
