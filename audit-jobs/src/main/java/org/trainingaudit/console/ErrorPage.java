package org.trainingaudit.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see when an address leads nowhere, isn't theirs, or the program failed; never why in detail. */
@Controller
class ErrorPage implements ErrorController {

    /** Of the others the log knows more than the page. */
    private static final Set<Integer> SAID = Set.of(403, 404, 405);

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        int code = known
                ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                : HttpStatus.NOT_FOUND.value();
        response.setStatus(code);
        response.setContentType("text/html;charset=UTF-8");
        model.addAttribute("key", SAID.contains(code) ? "error." + code : "error.other");
        model.addAttribute(
                "theme", ConsoleWeb.chosen(request, "theme", ConsoleWeb.THEMES).orElse("system"));
        return "error";
    }
}
