package org.trainingaudit.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trainingaudit.setup.NoticeKind;

/**
 * Something that people are told.
 *
 * @param kind what it is
 * @param key what it is about; the same key is told once
 * @param details the words that texts need, by name
 */
public record Notice(NoticeKind kind, String key, Map<String, String> details) {

    public Notice {
        details = Map.copyOf(details);
    }

    private static Notice of(NoticeKind kind, String subject, String... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        return new Notice(kind, kind.word() + "/" + subject, named);
    }

    /** A run failed; told once a day for each run. */
    public static Notice runFailed(String run, LocalDate day) {
        return of(NoticeKind.RUN_FAILED, run + "/" + day, "run", run, "date", day.toString());
    }

    /** A run is over without having read and judged everything. */
    public static Notice runIncomplete(String run) {
        return of(NoticeKind.RUN_INCOMPLETE, run, "run", run);
    }

    /** A night didn't take place. */
    public static Notice runMissed(String run, LocalDate day) {
        return of(NoticeKind.RUN_MISSED, run, "run", run, "date", day.toString());
    }

    /** A run opened findings that are violations. */
    public static Notice newViolations(String run, LocalDate day, long count) {
        return of(
                NoticeKind.VIOLATIONS_NEW,
                day + "/" + count,
                "run",
                run,
                "date",
                day.toString(),
                "count",
                Long.toString(count));
    }

    static Notice waiverEnds(String waiver, LocalDate until, int within) {
        return of(
                NoticeKind.WAIVER_ENDS,
                waiver + "/" + until + "/" + within,
                "waiver",
                waiver,
                "date",
                until.toString(),
                "days",
                Integer.toString(within));
    }

    static Notice attestationEnds(long number, LocalDate until, int within) {
        return of(
                NoticeKind.ATTESTATION_ENDS,
                number + "/" + until + "/" + within,
                "number",
                Long.toString(number),
                "date",
                until.toString(),
                "days",
                Integer.toString(within));
    }

    static Notice legalStep(String regime, String step, LocalDate day, int within) {
        return of(
                NoticeKind.LEGAL_STEP,
                regime + "." + step + "/" + day + "/" + within,
                "regime",
                regime,
                "step",
                step,
                "date",
                day.toString(),
                "days",
                Integer.toString(within));
    }
}
