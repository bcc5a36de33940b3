package org.trainingaudit.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.report.PublishedReport;
import org.trainingaudit.setup.CodeVersion;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run's beginning, its reports and its end, as entries of the trail format. */
@Component
class RunEntries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Configuration setup;
    private final DatasetRows datasets;
    private final VerdictRows verdicts;
    private final Findings findings;

    RunEntries(Configuration setup, DatasetRows datasets, VerdictRows verdicts, Findings findings) {
        this.setup = setup;
        this.datasets = datasets;
        this.verdicts = verdicts;
        this.findings = findings;
    }

    EntryDraft open(Run run) {
        ObjectNode body = JSON.createObjectNode()
                .put("job", NightlyJob.NAME)
                .put("business_date", run.businessDate().toString())
                .put("as_of", run.asOf().toString())
                .put("trigger", run.isScheduled() ? "schedule" : "person")
                .put("actor", run.actor())
                .put("code_version", CodeVersion.VALUE)
                .put("config_sha256", run.configSha256());
        if (!run.why().isEmpty()) {
            body.put("why", run.why());
        }
        run.request().knownAt().ifPresent(day -> body.put("known_at", day.toString()));
        ArrayNode regimes = body.putArray("regimes");
        for (Regime regime : setup.regimes().all()) {
            if (run.request().includesRegime(regime.id())) {
                regimes.addObject().put("id", regime.id()).put("version", regime.version());
            }
        }
        ObjectNode scope = body.putObject("scope");
        BodyTexts.put(scope, "sources", run.request().sources());
        BodyTexts.put(scope, "regimes", run.request().regimes());
        assumed(body.putArray("assumed"), run.request().assumed());
        return new EntryDraft("run_open", run.key(), List.of(run.key()), body);
    }

    private static void assumed(ArrayNode array, Map<String, LocalDate> steps) {
        steps.forEach((step, date) -> array.addObject().put("step", step).put("date", date.toString()));
    }

    /** A published file; {@code upTo} is the number of entries that it was folded from. */
    EntryDraft report(Run run, PublishedReport report, long upTo) {
        ObjectNode body = JSON.createObjectNode()
                .put("name", report.name())
                .put("sha256", report.sha256())
                .put("bytes", report.bytes())
                .put("rows", report.rows())
                .put("up_to", upTo);
        return new EntryDraft("report", run.key(), List.of(run.key(), report.name()), body);
    }

    EntryDraft close(Run run, RunStatus status) {
        ObjectNode body = JSON.createObjectNode()
                .put("status", status.word())
                .put("datasets_read", datasets.count(run, DatasetResult.Status.SCANNED))
                .put("datasets_unchanged", datasets.count(run, DatasetResult.Status.UNCHANGED))
                .put("datasets_skipped", datasets.count(run, DatasetResult.Status.SKIPPED))
                .put("findings_open", findings.countOpen())
                .put("findings_waived", findings.countWaived(run.businessDate()));
        RowTotals rows = datasets.totals(run);
        body.put("rows_read", rows.read())
                .put("rows_classified", rows.classified())
                .put("rows_rejected", rows.rejected())
                .put("rows_filtered", rows.filtered());
        ArrayNode counts = body.putArray("verdicts");
        for (VerdictRows.Count count : verdicts.counts(run)) {
            counts.addObject()
                    .put("regime", count.regime())
                    .put("verdict", count.verdict())
                    .put("count", count.count());
        }
        return new EntryDraft("run_close", run.key(), List.of(run.key()), body);
    }
}
