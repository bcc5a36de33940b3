package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.Waiving;

/** Waivers of a database that this process has open. */
final class LocalWaivers implements WaiverActs {

    private final Waiving waiving;

    LocalWaivers(AuditContext context) {
        this.waiving = context.get(Waiving.class);
    }

    @Override
    public List<Waiving.Listed> list() {
        return waiving.list();
    }

    @Override
    public Waiver request(WaiverScope scope, String by, String reason, LocalDate until) {
        return waiving.request(scope, by, reason, until);
    }

    @Override
    public Waiver decide(String verb, String id, String by, String reason) {
        return switch (verb) {
            case "approve" -> waiving.approve(id, by, reason);
            case "refuse" -> waiving.refuse(id, by, reason);
            default -> waiving.withdraw(id, by, reason);
        };
    }
}
