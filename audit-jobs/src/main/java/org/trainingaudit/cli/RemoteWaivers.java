package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.Waiving;
import tools.jackson.databind.node.ObjectNode;

/** Waivers of a database that {@code audit serve} has open. */
final class RemoteWaivers implements WaiverActs {

    private final RemoteRecords records;

    RemoteWaivers(ServeClient server) {
        this.records = new RemoteRecords(server, "/api/v1/waivers");
    }

    @Override
    public List<Waiving.Listed> list() {
        return records.list("", Waiving.Listed.class);
    }

    @Override
    public Waiver request(WaiverScope scope, String by, String reason, LocalDate until) {
        ObjectNode wish = RemoteRecords.wish().put("reason", reason).put("until", until.toString());
        scope.finding().ifPresent(id -> wish.put("finding", id));
        scope.regime().ifPresent(id -> wish.put("regime", id));
        scope.dataset().ifPresent(id -> wish.put("dataset", id));
        scope.use().ifPresent(id -> wish.put("use", id));
        return records.add(by, wish, Waiver.class);
    }

    @Override
    public Waiver decide(String verb, String id, String by, String reason) {
        if (!id.matches("W-[0-9]{1,18}")) {
            throw new WrongUse("'" + Printable.text(id) + "' is no waiver; 'audit waiver list' has them");
        }
        return records.decide(id, verb, by, reason, Waiver.class);
    }
}
