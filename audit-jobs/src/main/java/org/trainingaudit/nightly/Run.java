package org.trainingaudit.nightly;

import java.time.LocalDate;
import org.trainingaudit.report.Reports;
import org.trainingaudit.use.Moment;

/**
 * One run of the audit. Its key, dates and configuration are fixed when it is opened and stay over restarts.
 *
 * @param key {@code nightly/<business date>}, {@code manual/<business date>/<n>} or {@code trial/<business date>/<n>}
 * @param kind why it takes place
 * @param businessDate the day it belongs to, decided once in the business zone
 * @param asOf the date on which the law is read
 * @param request what was asked for
 * @param actor the account that opened it; {@code local} on the machine itself, {@code schedule} for the schedule
 * @param why the reason given, which may be empty
 * @param configSha256 the configuration snapshot's identity
 * @param status where it stands
 */
public record Run(
        String key,
        RunKind kind,
        LocalDate businessDate,
        LocalDate asOf,
        RunRequest request,
        String actor,
        String why,
        String configSha256,
        RunStatus status) {

    /** The actor of runs that the schedule opens. */
    public static final String SCHEDULE = "schedule";

    /** From where it looks at facts. */
    public Moment moment() {
        return new Moment(asOf, request.knownAt());
    }

    /** The name of its folder of reports. */
    public String folder() {
        return Reports.folderName(key);
    }

    /** Whether nobody asked for it: the schedule opened it. */
    public boolean isScheduled() {
        return actor.equals(SCHEDULE);
    }

    /** Whether what it finds counts as the state of the estate. */
    public boolean counts() {
        return kind != RunKind.TRIAL;
    }
}
