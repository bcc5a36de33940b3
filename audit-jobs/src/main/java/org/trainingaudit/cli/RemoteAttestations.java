package org.trainingaudit.cli;

import java.util.List;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.view.AttestedView;

/** Attestations of a database that {@code audit serve} has open. */
final class RemoteAttestations implements AttestActs {

    private final RemoteRecords records;

    RemoteAttestations(ServeClient server) {
        this.records = new RemoteRecords(server, "/api/v1/attestations");
    }

    @Override
    public List<AttestedView> list() {
        return records.list("", AttestedView.class);
    }

    @Override
    public AttestedView attest(AttestationRequest request) {
        return records.add(
                request.by(),
                RemoteRecords.wish()
                        .put("use", request.use())
                        .put("fact", request.fact())
                        .put("value", request.value())
                        .put("evidence", request.evidence())
                        .put("since", request.since())
                        .put("until", request.until()),
                AttestedView.class);
    }

    @Override
    public AttestedView withdraw(long number, String by, String reason) {
        return records.decide(Long.toString(number), "withdraw", by, reason, AttestedView.class);
    }
}
