package org.trainingaudit.trail;

import java.text.Normalizer;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the strings of a body to Unicode form NFC, the only one the trail takes: file systems and spreadsheets hand out
 * names in either form, and a night must not stop for that.
 */
final class ComposedText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComposedText() {}

    static JsonNode of(JsonNode value) {
        if (value.isString()) {
            return NODES.stringNode(Normalizer.normalize(value.stringValue(), Normalizer.Form.NFC));
        }
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.values().forEach(element -> array.add(of(element)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                object.set(member.getKey(), of(member.getValue()));
            }
            return object;
        }
        return value;
    }
}
