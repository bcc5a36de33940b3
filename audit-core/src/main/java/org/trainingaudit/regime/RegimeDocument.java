package org.trainingaudit.regime;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/** The keys of a regime file. Parts that are read one by one, so that a fault in one hides none in another, are trees. */
record RegimeDocument(
        Location at,
        Text regime,
        Map<String, String> name,
        @NotBlank String jurisdiction,
        ZoneId timezone,
        Optional<AuthorityPart> authority,
        Optional<Node> status,
        Optional<Text> amends,
        Optional<Text> extends_,
        Map<String, String> prefix,
        Map<String, Text> rename,
        Optional<Boolean> preview,
        Optional<Node> governs,
        Optional<Node> sets,
        Optional<Node> labels,
        Optional<Node> sanctions,
        Optional<Node> steps,
        Optional<Node> rules,
        Optional<Node> note,
        Optional<Node> source) {

    /** Where the law's text is published, and under which names. */
    record AuthorityPart(
            Location at,
            @NotBlank String system,
            Optional<String> uri,
            Optional<String> lawId,
            Optional<String> lawNum,
            Optional<String> amendedBy,
            Optional<LocalDate> enacted,
            Optional<LocalDate> promulgated) {

        Authority authority() {
            return new Authority(system, lawId, amendedBy, promulgated);
        }
    }

    /** A named set: categories, countries or values of another fact; members under {@code open} are doubtful. */
    record SetPart(
            Location at,
            Optional<Names> term,
            Optional<String> citation,
            List<Text> categories,
            List<Text> countries,
            List<Text> values,
            List<Text> open,
            Optional<Node> note,
            Optional<Node> source) {}

    /** What a breach can cost, and the conditions under which it does or may. */
    record SanctionPart(
            Location at,
            String en,
            String ja,
            Optional<Node> when,
            Optional<Node> reviewIf,
            Optional<Boolean> confirmed,
            Optional<Node> note,
            Optional<Node> source) {}

    /** A dated step. */
    record StepPart(
            Location at,
            Optional<LocalDate> date,
            Optional<Certainty> certainty,
            Optional<LocalDate> latest,
            Optional<String> revision,
            List<ObservationPart> observed,
            Optional<Node> title,
            Optional<Node> status,
            Optional<Node> note,
            Optional<Node> source) {}

    /** What was believed of a step. */
    record ObservationPart(
            Location at,
            LocalDate on,
            Optional<LocalDate> date,
            Optional<LocalDate> latest,
            Optional<Certainty> certainty,
            String source,
            Optional<Node> note) {}

    /** A rule. */
    record RulePart(
            Location at,
            Text id,
            RuleKind kind,
            Optional<Text> from,
            Optional<Text> to,
            @NotBlank String citation,
            Names title,
            Optional<Node> applies,
            Optional<Node> requires,
            Optional<Node> reviewIf,
            Optional<Unmet> unmet,
            List<Text> sanction,
            Optional<Names> remedy,
            Optional<Boolean> confirmed,
            Optional<Node> tried,
            Optional<Node> exempts,
            Optional<Effect> effect,
            List<VersionPart> versions,
            Optional<Node> note,
            Optional<Node> source) {}

    /** What differs in one version of a rule; what it doesn't say is as the rule says. */
    record VersionPart(
            Location at,
            Optional<Text> from,
            Optional<Text> to,
            Optional<Node> applies,
            Optional<Node> requires,
            Optional<Node> reviewIf,
            Optional<Unmet> unmet,
            Optional<Node> tried,
            Optional<Node> note) {}
}
