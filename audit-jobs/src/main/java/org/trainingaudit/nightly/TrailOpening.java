package org.trainingaudit.nightly;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailPlaces;
import org.trainingaudit.trail.TrailSettings;

/** How a process opens the trail, where it isn't opened whole. */
@FunctionalInterface
public interface TrailOpening {

    /** The trail in these places. */
    Trail open(TrailPlaces places, TrailSettings settings, JdbcTemplate jdbc, Clock clock);
}
