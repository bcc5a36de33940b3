package org.trainingaudit.operate;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.LineageIntake;

/** Takes in the lineage events that tools send. What it answered for is read by the next run. */
@Component
public class LineageDesk {

    private static final String ACTION = "hand-over";
    private static final String TARGET = "lineage";

    private final LineageIntake intake;
    private final AccessTrail trail;

    LineageDesk(Places places, AccessTrail trail) {
        this.intake = new LineageIntake(places.lineage());
        this.trail = trail;
    }

    /**
     * Takes one event, a list of events, or an event in each line. Who handed something over is in the trail once a minute,
     * with how often.
     *
     * @throws IOException where the body breaks off or the disk refuses; nothing of it is kept
     */
    public LineageIntake.Receipt take(String account, InputStream body) throws IOException {
        LineageIntake.Receipt receipt = intake.take(body);
        trail.often(account, ACTION, TARGET, receipt.kept() ? "done" : "refused");
        return receipt;
    }
}
