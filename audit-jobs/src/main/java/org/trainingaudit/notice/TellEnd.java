package org.trainingaudit.notice;

import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunEnd;
import org.trainingaudit.nightly.RunStatus;

/** Tells how a run came out, in the transaction that ends it. A trial is its operator's own affair. */
@Component
class TellEnd implements RunEnd {

    private final Notices notices;
    private final Findings findings;

    TellEnd(Notices notices, Findings findings) {
        this.notices = notices;
        this.findings = findings;
    }

    @Override
    public void ended(Run run, RunStatus status) {
        if (!run.counts()) {
            return;
        }
        if (status == RunStatus.INCOMPLETE) {
            notices.tell(Notice.runIncomplete(run.key()));
        }
        long opened = findings.countOpenedOn(run.businessDate());
        if (opened > 0) {
            notices.tell(Notice.newViolations(run.key(), run.businessDate(), opened));
        }
    }
}
