package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.WaiverDesk;

/** Waivers of a database that this process has open. */
final class LocalWaivers implements WaiverActs {

    private final WaiverDesk desk;

    LocalWaivers(AuditContext context) {
        this.desk = context.get(WaiverDesk.class);
    }

    @Override
    public List<WaiverDesk.Listed> list() {
        return desk.list();
    }

    @Override
    public Waiver request(WaiverScope scope, String by, String reason, LocalDate until) {
        return desk.request(scope, by, reason, until);
    }

    @Override
    public Waiver decide(String verb, String id, String by, String reason) {
        return switch (verb) {
            case "approve" -> desk.approve(id, by, reason);
            case "refuse" -> desk.refuse(id, by, reason);
            default -> desk.withdraw(id, by, reason);
        };
    }
}
