package org.trainingaudit.cli;

import java.util.List;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.view.AttestedView;

/** What {@code audit attest} does, wherever the database is open. */
interface AttestActs {

    List<AttestedView> list();

    AttestedView attest(AttestationRequest request);

    AttestedView withdraw(long number, String by, String reason);
}
