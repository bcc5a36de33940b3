package org.trainingaudit.api;

import java.security.Principal;
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
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReview.Decision;
import org.trainingaudit.view.Sight;

/** What persons say of columns, of the datasets that the account sees. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewsResource {

    private final Reviewing reviewing;

    ReviewsResource(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    /** A wish to review a category of a column. */
    record Wish(
            Optional<String> dataset,
            Optional<String> column,
            Optional<String> category,
            Optional<String> decision,
            Optional<String> reason) {

        ReviewRequest of(String account) {
            Decision decided = decision.flatMap(Decision::of)
                    .orElseThrow(() -> new BadRequest("decision is neither 'confirmed' nor 'rejected'"));
            return new ReviewRequest(
                    dataset.orElse(""), column.orElse(""), category.orElse(""), decided, account, reason.orElse(""));
        }
    }

    /** Why a review is taken back. */
    record Back(Optional<String> reason) {}

    @GetMapping
    List<Reviewing.Listed> list(@RequestParam(defaultValue = "") String dataset, Sight sight) {
        List<Reviewing.Listed> found = dataset.isEmpty() ? reviewing.all() : reviewing.of(dataset);
        return found.stream()
                .filter(one -> sight.covers(one.review().dataset()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ColumnReview review(@RequestBody Wish wish, Principal who, Sight sight) {
        ReviewRequest request = wish.of(who.getName());
        if (!sight.covers(request.dataset())) {
            throw new NotThere();
        }
        return reviewing.review(request);
    }

    @PostMapping("/{number}/withdraw")
    ColumnReview withdraw(@PathVariable long number, @RequestBody Back back, Principal who, Sight sight) {
        ColumnReview review = reviewing
                .find(number)
                .filter(found -> sight.covers(found.dataset()))
                .orElseThrow(NotThere::new);
        return reviewing.withdraw(review.number(), who.getName(), back.reason().orElse(""));
    }
}
