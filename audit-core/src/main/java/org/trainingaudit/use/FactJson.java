package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A fact as a member of entries and rows, and back. */
final class FactJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FactJson() {}

    /** What is stated, without where it comes from. */
    static ObjectNode statement(Fact fact) {
        ObjectNode node = NODES.objectNode().put("fact", fact.name());
        node.set("value", node(fact.value()));
        node.put("since", text(fact.since()))
                .put("recorded", text(fact.recorded()))
                .put("until", text(fact.until()));
        fact.attestation().ifPresent(it -> {
            node.put("by", it.by()).put("evidence", it.evidence());
            it.withdrawn().ifPresent(day -> node.put("withdrawn", day.toString()));
        });
        return node;
    }

    private static JsonNode node(FactValue value) {
        if (value instanceof FactValue.Text text) {
            return NODES.stringNode(text.value());
        }
        if (value instanceof FactValue.Bool bool) {
            return NODES.booleanNode(bool.value());
        }
        if (value instanceof FactValue.Members members) {
            ArrayNode nodes = NODES.arrayNode();
            members.values().forEach(nodes::add);
            return nodes;
        }
        return CanonicalJson.MAPPER.valueToTree(value.json());
    }

    private static @Nullable String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    /** The fact that {@code {fact, value, origin, since, recorded, until, by, evidence}} tells. */
    static Fact read(JsonNode node, FactCatalogue catalogue) {
        String name = node.path("fact").asString();
        boolean day = catalogue
                .find(name)
                .filter(fact -> fact.type() == FactType.DATE)
                .isPresent();
        return new Fact(
                name,
                value(node.path("value"), day),
                node.path("origin").asString(),
                date(node.path("since")),
                date(node.path("recorded")),
                date(node.path("until")),
                attestation(node));
    }

    private static Optional<Attestation> attestation(JsonNode node) {
        return node.path("by").isString()
                ? Optional.of(new Attestation(
                        node.path("by").asString(), node.path("evidence").asString(), date(node.path("withdrawn"))))
                : Optional.empty();
    }

    private static FactValue value(JsonNode value, boolean day) {
        if (value.isBoolean()) {
            return new FactValue.Bool(value.booleanValue());
        }
        if (value.isIntegralNumber()) {
            return new FactValue.Whole(value.longValue());
        }
        if (value.isArray()) {
            return FactValue.Members.of(
                    value.valueStream().map(JsonNode::asString).toList());
        }
        return day ? FactValue.Day.orText(value.asString()) : new FactValue.Text(value.asString());
    }

    private static Optional<LocalDate> date(JsonNode node) {
        return node.isString() ? Optional.of(LocalDate.parse(node.asString())) : Optional.empty();
    }
}
