package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A use as it stands in a row between two steps. */
@Component
class UseDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Configuration setup;

    UseDocument(Configuration setup) {
        this.setup = setup;
    }

    static String write(Use use) {
        ArrayNode parts = JSON.createArrayNode();
        UseJson.bodies(use).forEach(parts::add);
        return parts.toString();
    }

    Use read(String document) {
        List<ObjectNode> parts = new ArrayList<>();
        JSON.readTree(document).forEach(part -> parts.add((ObjectNode) part));
        return UseJson.read(parts, setup.facts());
    }
}
