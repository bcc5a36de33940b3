package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.TrailReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stays in force over the end of a year: open findings, waivers, attestations and reviews of columns are said again in the new log, as
 * they were said last, so that one year's log is complete by itself.
 */
final class CarriedOver {

    private final Map<String, String> dates = new HashMap<>();
    private final Map<String, Entry> findings = new LinkedHashMap<>();
    private final Map<String, String> openedOn = new HashMap<>();
    private final List<Entry> statements = new ArrayList<>();

    private CarriedOver() {}

    /** The entries for the first run of the new log. */
    static List<EntryDraft> from(TrailReader old, Run run) {
        CarriedOver carried = new CarriedOver();
        long size = old.checkpoint().checkpoint().size();
        old.entries(size).forEach(carried::read);
        return carried.drafts(run);
    }

    private void read(Entry entry) {
        switch (entry.kind()) {
            case "run_open" ->
                dates.put(entry.run(), entry.body().path("business_date").asString(""));
            case "finding_open" -> open(entry);
            case "finding_close" -> close(text(entry, "finding"));
            case "waiver", "attestation", "column_review" -> statements.add(entry);
            default -> {
                // the others say what happened, not what holds
            }
        }
    }

    private void open(Entry entry) {
        String finding = text(entry, "finding");
        String since = text(entry, "opened_on");
        openedOn.putIfAbsent(finding, since.isEmpty() ? dates.getOrDefault(entry.run(), "") : since);
        findings.put(finding, entry);
    }

    private void close(String finding) {
        findings.remove(finding);
        openedOn.remove(finding);
    }

    private List<EntryDraft> drafts(Run run) {
        List<EntryDraft> drafts = new ArrayList<>();
        statements.forEach(entry -> drafts.add(draft(run, entry, "target", entry.body())));
        findings.forEach((finding, entry) -> {
            ObjectNode body = entry.body().deepCopy();
            drafts.add(draft(run, entry, "finding", body.put("opened_on", openedOn.get(finding))));
        });
        return drafts;
    }

    private static EntryDraft draft(Run run, Entry entry, String subject, ObjectNode body) {
        return new EntryDraft(entry.kind(), run.key(), List.of(text(entry, subject), "carried/" + entry.id()), body);
    }

    private static String text(Entry entry, String member) {
        return entry.body().path(member).asString("");
    }
}
