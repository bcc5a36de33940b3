package org.trainingaudit.report;

import java.util.Optional;
import java.util.Set;
import org.trainingaudit.report.OfScan.Stage;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.use.Checklist.Seen;

/** Reads the bodies of entries, kind by kind; those of uses and verdicts are for {@link UseReader}. */
final class EntryReader {

    private EntryReader() {}

    static OfColumn column(EntryText entry) {
        Body body = Body.of(entry);
        return new OfColumn(
                entry.run(),
                entry.id(),
                body.text("dataset"),
                body.text("column"),
                body.text("category"),
                body.text("detector"),
                body.text("detector_version"),
                body.number("rows"),
                body.number("matches"),
                body.number("share_ppm"),
                body.number("confidence_ppm"),
                body.text("evidence"),
                body.text("column_type"),
                body.text("origin"),
                body.text("review"),
                body.text("reviewed_by"),
                body.date("reviewed_on"));
    }

    /** The register or document whose end wasn't reached; empty where the entry tells of something else. */
    static Optional<String> unreadDocument(EntryText entry) {
        Body body = Body.of(entry);
        boolean isUnread = body.text("partition").equals("documents")
                && body.text("reason").equals("unread");
        return isUnread ? Optional.of(body.text("unit")) : Optional.empty();
    }

    static OfScan scan(EntryText entry, Stage stage) {
        Body body = Body.of(entry);
        boolean sampled = body.flag("sampled").orElse(false);
        return new OfScan(
                entry.run(),
                entry.id(),
                body.text("dataset"),
                stage,
                body.text("fingerprint"),
                body.text("reason"),
                body.number("rows_expected"),
                body.number("read"),
                body.number("classified"),
                body.number("rejected"),
                body.number("filtered"),
                sampled,
                body.flag("complete").orElse(true) && !sampled,
                body.texts("blind_detectors"),
                body.objects("grains").stream()
                        .map(grain -> Seen.grain(
                                grain.text("column"),
                                grain.text("of"),
                                grain.flag("many").orElse(true)))
                        .toList());
    }

    static Recorded.OfFinding finding(EntryText entry) {
        Body body = Body.of(entry);
        return new Recorded.OfFinding(
                entry.run(),
                entry.id(),
                body.text("finding"),
                body.text("use"),
                body.text("dataset"),
                body.text("regime"),
                body.texts("rules"),
                body.texts("categories"),
                body.text("reason"),
                body.text("state"),
                body.text("severity"),
                body.text("owner"),
                body.date("due_on"),
                Set.copyOf(body.texts("overtaken")),
                entry.kind().equals("finding_open"),
                body.date("opened_on"),
                body.text("supersedes"));
    }

    static Recorded.OfContradiction contradiction(EntryText entry) {
        Body body = Body.of(entry);
        return new Recorded.OfContradiction(
                entry.run(),
                entry.id(),
                body.text("use"),
                body.text("what"),
                body.plain("claimed"),
                body.plain("observed"),
                body.plain("evidence"));
    }

    /** A waiver; one without scope and state, as the first logs have them, is approved and for the finding it names. */
    static Recorded.OfWaiver waiver(EntryText entry) {
        Body body = Body.of(entry);
        Body scope = body.object("scope");
        String target = body.text("target");
        return new Recorded.OfWaiver(
                entry.run(),
                entry.id(),
                body.has("waiver") ? body.text("waiver") : target,
                body.has("state") ? body.text("state") : "approved",
                body.has("scope") ? scope.text("finding") : target,
                scope.text("regime"),
                scope.text("dataset"),
                scope.text("use"),
                body.text("actor"),
                body.text("approver"),
                body.text("reason"),
                body.date("until"),
                body.date("decided_on"));
    }

    static Recorded.OfDependence dependence(EntryText entry) {
        Body body = Body.of(entry);
        return new Recorded.OfDependence(
                entry.run(),
                entry.id(),
                body.text("use"),
                body.text("provider"),
                body.text("country"),
                body.text("owner_country"),
                body.texts("where"),
                body.texts("inference"),
                body.texts("support_access"),
                body.text("key_holder"),
                body.plain("trains_on_input"),
                body.text("weights_control"),
                body.text("exit_plan"),
                body.texts("foreign_laws"),
                body.plain("domestic"),
                body.texts("flags"),
                body.text("model_provider"),
                body.text("model_country"),
                body.text("model_owner_country"),
                body.texts("adequacy"));
    }
}
