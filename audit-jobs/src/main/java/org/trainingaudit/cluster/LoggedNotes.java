package org.trainingaudit.cluster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingaudit.nightly.Progress;

/** Writes notes into the log. How far a step has come the manager sees for itself. */
final class LoggedNotes implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedNotes.class);

    @Override
    public void begin(String step, long things) {}

    @Override
    public void done(String step) {}

    @Override
    public void end(String step) {}

    @Override
    public void note(String text) {
        LOG.warn("{}", text);
    }
}
