package org.trainingaudit.console;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReview.Decision;
import org.trainingaudit.view.Sight;

/** Saying of a column, on its dataset's page, what it holds, and taking that back. */
@Controller
class ReviewPage {

    private final Reviewing reviewing;

    ReviewPage(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @PostMapping("/reviews")
    String review(
            @RequestParam String dataset,
            @RequestParam String column,
            @RequestParam String category,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Sight sight,
            RedirectAttributes after) {
        requireSeen(dataset, sight);
        Decision decided = Decision.of(decision).orElseThrow(Absent::new);
        ReviewRequest request = new ReviewRequest(dataset, column, category, decided, who.getName(), reason);
        return done(() -> reviewing.review(request), "review." + decided.word(), dataset, after);
    }

    @PostMapping("/reviews/{number}/withdraw")
    String withdraw(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Sight sight,
            RedirectAttributes after) {
        ColumnReview review = reviewing.find(number).orElseThrow(Absent::new);
        requireSeen(review.dataset(), sight);
        return done(
                () -> reviewing.withdraw(number, who.getName(), reason), "review.withdrawn", review.dataset(), after);
    }

    private static String done(Runnable work, String said, String dataset, RedirectAttributes after) {
        after.addAttribute("id", dataset);
        Attempt.of(work, said, after);
        return "redirect:/dataset";
    }

    private void requireSeen(String dataset, Sight sight) {
        if (!sight.covers(dataset)) {
            throw new Absent();
        }
    }
}
