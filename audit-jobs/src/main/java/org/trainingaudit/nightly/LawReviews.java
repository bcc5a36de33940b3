package org.trainingaudit.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.LawReviewRows.Review;
import org.trainingaudit.regime.LawAnswer;
import org.trainingaudit.regime.LawDifference;
import org.trainingaudit.regime.LawWatch;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens a review finding for each pack whose stored dates differ from what the authority answered, and closes it when they
 * agree again. The pack itself is never touched.
 *
 * <p>Joins the caller's transaction. Following twice opens and closes nothing twice.
 */
@Component
public class LawReviews {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int REQUEST_DIGITS = 32;
    private static final int LONGEST_REASON = 2000;

    private final LawAnswers answers;
    private final LawReviewRows reviews;
    private final Trail trail;
    private final Configuration setup;

    LawReviews(LawAnswers answers, LawReviewRows reviews, Trail trail, Configuration setup) {
        this.answers = answers;
        this.reviews = reviews;
        this.trail = trail;
        this.setup = setup;
    }

    /**
     * Who is asking.
     *
     * @param run the run's key; empty outside a run
     * @param request what makes the entry's id unique: the run's key, or a number of its own
     */
    private record Asked(String run, String request, LocalDate on) {}

    /** Keeps an answer for the nights to come and follows it at once. */
    public void take(LawAnswer answer, byte[] bytes, LocalDate on, String moment) {
        answers.keep(answer, bytes);
        String request = Sha256.hex(Sha256.hex(bytes) + "\n" + setup.sha256() + "\n" + moment);
        follow(new Asked("", request.substring(0, REQUEST_DIGITS), on));
    }

    /** Lays all kept answers beside the packs of tonight. */
    void follow(Run run) {
        follow(new Asked(run.key(), run.key(), run.businessDate()));
    }

    private void follow(Asked asked) {
        Set<String> differing = new TreeSet<>();
        for (LawAnswers.Kept kept : answers.all()) {
            for (Regime regime : setup.regimes().all()) {
                List<LawDifference> differences = LawWatch.compare(regime, kept.answer());
                if (!differences.isEmpty()) {
                    differing.add(id(regime.id(), kept.answer().lawId()));
                    open(asked, regime, kept, differences);
                }
            }
        }
        // What can't be judged tonight can't be compared either, and its finding stays open.
        List<String> leftOut = setup.regimes().leftOut();
        reviews.open().stream()
                .filter(review -> !differing.contains(review.finding()) && !leftOut.contains(review.regime()))
                .forEach(review -> close(asked, review));
    }

    private static String subject(String law) {
        return "law/" + law;
    }

    private static String id(String regime, String law) {
        return Finding.idOf(regime, subject(law));
    }

    private void open(Asked asked, Regime regime, LawAnswers.Kept kept, List<LawDifference> differences) {
        String law = kept.answer().lawId();
        String id = id(regime.id(), law);
        String said = differences.stream().map(LawDifference::message).collect(Collectors.joining("; "));
        if (reviews.open(id).map(Review::said).equals(Optional.of(said))) {
            return;
        }
        List<String> places =
                differences.stream().map(LawDifference::where).distinct().toList();
        Review now = new Review(id, regime.id(), law, places, said);
        reviews.save(now);
        ObjectNode body = body(asked, now, "review: " + said);
        trail.submit(draft("finding_open", asked, now, body.put("answer_sha256", kept.sha256())));
    }

    private void close(Asked asked, Review review) {
        reviews.close(review.finding());
        ObjectNode body = body(asked, review, "nothing in the pack differs from the authority's answer any more");
        trail.submit(draft("finding_close", asked, review, body));
    }

    private static ObjectNode body(Asked asked, Review review, String reason) {
        ObjectNode body = JSON.createObjectNode()
                .put("finding", review.finding())
                .put("use", subject(review.law()))
                .put("regime", review.regime())
                .put("reason", shortened(reason))
                .put("review", true)
                .put("opened_on", asked.on().toString());
        BodyTexts.put(body, "rules", review.places());
        return body;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " ...";
    }

    private static EntryDraft draft(String kind, Asked asked, Review review, ObjectNode body) {
        return new EntryDraft(kind, asked.run(), List.of(review.finding(), asked.request()), body);
    }
}
