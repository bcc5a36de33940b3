package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.WaiverDesk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Waivers of a database that {@code audit serve} has open. */
final class RemoteWaivers implements WaiverActs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WAIVERS = "/api/v1/waivers";

    private final ServeClient server;

    RemoteWaivers(ServeClient server) {
        this.server = server;
    }

    @Override
    public List<WaiverDesk.Listed> list() {
        List<WaiverDesk.Listed> all = new ArrayList<>();
        server.get(WAIVERS).forEach(one -> all.add(JSON.treeToValue(one, WaiverDesk.Listed.class)));
        return all;
    }

    @Override
    public Waiver request(WaiverScope scope, String by, String reason, LocalDate until) {
        ServingProgram.requireOwn(by, server);
        ObjectNode wish = JSON.createObjectNode().put("reason", reason).put("until", until.toString());
        scope.finding().ifPresent(id -> wish.put("finding", id));
        scope.regime().ifPresent(id -> wish.put("regime", id));
        scope.dataset().ifPresent(id -> wish.put("dataset", id));
        scope.use().ifPresent(id -> wish.put("use", id));
        return JSON.treeToValue(server.post(WAIVERS, wish, Optional.empty()), Waiver.class);
    }

    @Override
    public Waiver decide(String verb, String id, String by, String reason) {
        ServingProgram.requireOwn(by, server);
        if (!id.matches("W-[0-9]{1,18}")) {
            throw new WrongUse("'" + Printable.text(id) + "' is no waiver; 'audit waiver list' has them");
        }
        ObjectNode decision = JSON.createObjectNode().put("reason", reason);
        return JSON.treeToValue(server.post(WAIVERS + "/" + id + "/" + verb, decision, Optional.empty()), Waiver.class);
    }
}
