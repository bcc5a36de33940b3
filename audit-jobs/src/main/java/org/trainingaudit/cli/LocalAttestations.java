package org.trainingaudit.cli;

import java.util.List;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.view.AttestedView;

/** Attestations of a database that this process has open. */
final class LocalAttestations implements AttestActs {

    private final Attesting attesting;

    LocalAttestations(AuditContext context) {
        this.attesting = context.get(Attesting.class);
    }

    @Override
    public List<AttestedView> list() {
        return attesting.all().stream().map(AttestedView::of).toList();
    }

    @Override
    public AttestedView attest(AttestationRequest request) {
        return AttestedView.of(attesting.attest(request));
    }

    @Override
    public AttestedView withdraw(long number, String by, String reason) {
        return AttestedView.of(attesting.withdraw(number, by, reason));
    }
}
