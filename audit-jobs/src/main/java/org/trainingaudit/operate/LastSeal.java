package org.trainingaudit.operate;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.Trail;

/** When the newest published entry was written. */
@Component
public class LastSeal {

    private final Trail trail;
    private volatile Known known = new Known(0, Optional.empty());

    private record Known(long size, Optional<Instant> at) {}

    LastSeal(Trail trail) {
        this.trail = trail;
    }

    /** That moment; empty while nothing is published. Cheap while nothing is added. */
    public Optional<Instant> at() {
        long size = trail.published().map(found -> found.checkpoint().size()).orElse(0L);
        if (size != known.size) {
            known = new Known(size, size == 0 ? Optional.empty() : written(size));
        }
        return known.at;
    }

    private Optional<Instant> written(long size) {
        return trail.reader().entries(size - 1, size).stream()
                .map(Entry::ts)
                .map(Instant::parse)
                .findFirst();
    }
}
