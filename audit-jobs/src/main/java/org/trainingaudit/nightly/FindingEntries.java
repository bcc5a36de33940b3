package org.trainingaudit.nightly;

import java.util.List;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.Finding.Acceptance;
import org.trainingaudit.finding.FindingEvent;
import org.trainingaudit.finding.FindingEvent.Kind;
import org.trainingaudit.trail.EntryDraft;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens to findings, as entries of the trail format. */
final class FindingEntries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private FindingEntries() {}

    static EntryDraft of(Run run, FindingEvent event) {
        Finding finding = event.finding();
        ObjectNode body = JSON.createObjectNode()
                .put("finding", finding.id())
                .put("use", finding.use())
                .put("dataset", finding.seen().dataset())
                .put("regime", finding.regime())
                .put("verdict", finding.seen().verdict().word())
                .put("state", event.kind().word())
                .put("reason", event.reason())
                .put("severity", finding.care().severity().word())
                .put("owner", finding.care().owner())
                .put("due_on", finding.care().dueOn().map(Object::toString).orElse(null))
                .put("waiver", finding.accepted().map(Acceptance::waiver).orElse(null));
        if (event.kind() == Kind.CARRIED_OVER) {
            body.put("opened_on", finding.days().opened().toString());
        }
        event.supersedes().ifPresent(former -> body.put("supersedes", former));
        BodyTexts.put(body, "rules", finding.rules());
        BodyTexts.put(body, "categories", finding.categories());
        BodyTexts.put(body, "overtaken", finding.lost().stream().sorted().toList());
        String kind = event.kind() == Kind.CLOSED ? "finding_close" : "finding_open";
        return new EntryDraft(kind, run.key(), List.of(finding.id(), run.key()), body);
    }
}
