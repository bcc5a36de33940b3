package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.List;

/**
 * A violation followed over time.
 *
 * @param id {@link FindingId} of regime and use
 * @param use the use
 * @param regime the regime that it breaches
 * @param openedOn the business date on which it was opened, or last reopened
 * @param rules the breached rules, sorted
 */
public record Finding(String id, String use, String regime, LocalDate openedOn, List<String> rules) {
    public Finding {
        rules = rules.stream().sorted().toList();
    }
}
