package org.trainingaudit.cli;

import java.util.List;
import org.trainingaudit.regime.RuleSanction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a breach can cost, for machines. */
final class SanctionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SanctionJson() {}

    static ArrayNode of(List<RuleSanction> sanctions) {
        ArrayNode array = JSON.createArrayNode();
        for (RuleSanction each : sanctions) {
            ObjectNode node = array.addObject()
                    .put("code", each.code())
                    .put("standing", each.standing().word());
            ArrayNode missing = node.putArray("missing");
            each.missing().forEach(missing::add);
        }
        return array;
    }
}
