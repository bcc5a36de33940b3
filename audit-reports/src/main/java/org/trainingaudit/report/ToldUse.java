package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.trail.EntryText;

/** What is told of a use itself. One too large for one entry comes in parts, all of them by one run; together they are one use. */
final class ToldUse {

    private final String run;
    private final UseReader reader;
    private final Map<String, List<EntryText>> parts = new LinkedHashMap<>();
    private String by = "";
    private String byBefore = "";
    private Optional<Optional<OfUse>> read = Optional.empty();

    /** Nothing yet, for the run of that key. */
    ToldUse(String run, UseReader reader) {
        this.run = run;
        this.reader = reader;
    }

    /** Takes the next entry of the trail. */
    void add(EntryText entry) {
        boolean own = entry.run().equals(run);
        if (own || !by.equals(run)) {
            by = entry.run();
        }
        byBefore = own ? byBefore : entry.run();
        parts.keySet().removeIf(teller -> !teller.equals(by) && !teller.equals(byBefore));
        parts.computeIfAbsent(entry.run(), teller -> new ArrayList<>()).add(entry);
    }

    /** The use as it stands, also where it's over; empty where nothing was told of it. */
    Optional<OfUse> now() {
        if (read.isEmpty()) {
            read = Optional.of(told(by));
        }
        return read.get();
    }

    /** The use as it stood before the run. */
    Optional<OfUse> before() {
        return isAsBefore() ? now() : told(byBefore);
    }

    /** Whether the run tells nothing else than what stood there before. */
    boolean isAsBefore() {
        return byBefore.equals(by);
    }

    private Optional<OfUse> told(String teller) {
        Optional<OfUse> all = Optional.empty();
        for (EntryText entry : parts.getOrDefault(teller, List.of())) {
            OfUse part = reader.use(entry);
            all = Optional.of(all.isPresent() ? all.get().with(part) : part);
        }
        return all;
    }
}
