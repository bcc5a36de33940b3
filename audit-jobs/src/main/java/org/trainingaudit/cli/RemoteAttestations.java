package org.trainingaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.AttestedView;
import org.trainingaudit.use.AttestationRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Attestations of a database that {@code audit serve} has open. */
final class RemoteAttestations implements AttestActs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ATTESTATIONS = "/api/v1/attestations";

    private final ServeClient server;

    RemoteAttestations(ServeClient server) {
        this.server = server;
    }

    @Override
    public List<AttestedView> list() {
        List<AttestedView> all = new ArrayList<>();
        server.get(ATTESTATIONS).forEach(one -> all.add(view(one)));
        return all;
    }

    @Override
    public AttestedView attest(AttestationRequest request) {
        ServingProgram.requireOwn(request.by(), server);
        ObjectNode wish = JSON.createObjectNode()
                .put("use", request.use())
                .put("fact", request.fact())
                .put("value", request.value())
                .put("evidence", request.evidence())
                .put("since", request.since())
                .put("until", request.until());
        return view(server.post(ATTESTATIONS, wish, Optional.empty()));
    }

    @Override
    public AttestedView withdraw(long number, String by, String reason) {
        ServingProgram.requireOwn(by, server);
        ObjectNode why = JSON.createObjectNode().put("reason", reason);
        return view(server.post(ATTESTATIONS + "/" + number + "/withdraw", why, Optional.empty()));
    }

    private static AttestedView view(JsonNode node) {
        return JSON.treeToValue(node, AttestedView.class);
    }
}
