package org.trainingaudit.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.FindingId;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.regime.LawAnswer;
import org.trainingaudit.regime.LawDifference;
import org.trainingaudit.regime.LawWatch;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
    private final Findings findings;
    private final Trail trail;
    private final Configuration setup;

    LawReviews(LawAnswers answers, Findings findings, Trail trail, Configuration setup) {
        this.answers = answers;
        this.findings = findings;
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
        String request = Sha256.hex(Sha256.hex(bytes) + "\n" + setup.files().sha256() + "\n" + moment);
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
        findings.openReviews().stream()
                .filter(finding -> !differing.contains(finding.id()) && !leftOut.contains(finding.regime()))
                .forEach(finding -> close(asked, finding));
    }

    private static String subject(String law) {
        return "law/" + law;
    }

    private static String id(String regime, String law) {
        return FindingId.of(regime, subject(law));
    }

    private void open(Asked asked, Regime regime, LawAnswers.Kept kept, List<LawDifference> differences) {
        String law = kept.answer().lawId();
        String id = id(regime.id(), law);
        String said = differences.stream().map(LawDifference::message).collect(Collectors.joining("; "));
        Optional<Finding> open = findings.open(id);
        if (findings.said(id).equals(Optional.of(said))) {
            return;
        }
        List<String> where =
                differences.stream().map(LawDifference::where).distinct().toList();
        Finding now = new Finding(
                id, subject(law), regime.id(), open.map(Finding::openedOn).orElse(asked.on()), where);
        findings.saveReview(now, said);
        ObjectNode body = body(asked, now, "review: " + said);
        trail.submit(List.of(draft("finding_open", asked, now, body.put("answer_sha256", kept.sha256()))));
    }

    private void close(Asked asked, Finding finding) {
        findings.close(finding.id());
        ObjectNode body = body(asked, finding, "the pack agrees with the authority's answer");
        trail.submit(List.of(draft("finding_close", asked, finding, body)));
    }

    private static ObjectNode body(Asked asked, Finding finding, String reason) {
        ObjectNode body = JSON.createObjectNode()
                .put("finding", finding.id())
                .put("use", finding.use())
                .put("regime", finding.regime())
                .put("reason", shortened(reason))
                .put("review", true)
                .put("opened_on", asked.on().toString());
        ArrayNode rules = body.putArray("rules");
        finding.rules().forEach(rules::add);
        return body;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " ...";
    }

    private static EntryDraft draft(String kind, Asked asked, Finding finding, ObjectNode body) {
        return new EntryDraft(
                kind, asked.run(), Stream.of(finding.id(), asked.request()).toList(), body);
    }
}
