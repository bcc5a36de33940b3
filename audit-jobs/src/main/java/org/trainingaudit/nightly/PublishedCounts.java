package org.trainingaudit.nightly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.report.NightSummary;

/** The counts of the runs that this process published last, so that nobody has to fold the trail again to show them. */
@Component
public class PublishedCounts {

    private static final int MOST = 16;

    private final Map<String, NightSummary> byRun = new LinkedHashMap<>();

    PublishedCounts() {}

    synchronized void put(String run, NightSummary summary) {
        byRun.remove(run);
        byRun.put(run, summary);
        if (byRun.size() > MOST) {
            byRun.remove(byRun.keySet().iterator().next());
        }
    }

    /** The counts of a run; empty where this process didn't publish it, or has published many since. */
    public synchronized Optional<NightSummary> of(String run) {
        return Optional.ofNullable(byRun.get(run));
    }
}
