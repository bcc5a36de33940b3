package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.Waiving;

/** What {@code audit waiver} does, wherever the database is open. */
interface WaiverActs {

    List<Waiving.Listed> list();

    Waiver request(WaiverScope scope, String by, String reason, LocalDate until);

    /** Does {@code approve}, {@code refuse} or {@code withdraw}. */
    Waiver decide(String verb, String id, String by, String reason);
}
