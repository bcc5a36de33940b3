package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trainingaudit.hash.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A use as the body of the trail's {@code use} entries, and back; and the hashes over it. */
public final class UseJson {

    /** The most bytes that a body has in canonical form; a use with more is told in several parts. */
    public static final int LARGEST_BODY = 60_000;

    private static final long LONGEST_NUMBER = 24;
    private static final String SET_ASIDE = "set_aside";
    private static final String WHY = "why";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private UseJson() {}

    /**
     * The bodies that tell the use: one, or, where its facts need more than {@link #LARGEST_BODY}, several with {@code
     * part} from 1 to {@code parts}. Each has all members of the use and some of its facts, sorted by name.
     *
     * @throws IllegalStateException where a single fact is too large; no reader of this package makes such a fact
     */
    public static List<ObjectNode> bodies(Use use) {
        List<List<ObjectNode>> groups = groups(use);
        List<ObjectNode> bodies = new ArrayList<>();
        for (List<ObjectNode> group : groups) {
            ObjectNode body = head(use);
            if (groups.size() > 1) {
                body.put("part", bodies.size() + 1).put("parts", groups.size());
            }
            body.set("facts", array(group, false));
            ArrayNode setAside = array(group, true);
            if (!setAside.isEmpty()) {
                body.set(SET_ASIDE, setAside);
            }
            bodies.add(body);
        }
        return bodies;
    }

    private static ArrayNode array(List<ObjectNode> group, boolean setAside) {
        ArrayNode nodes = NODES.arrayNode();
        group.stream().filter(node -> node.has(WHY) == setAside).forEach(nodes::add);
        return nodes;
    }

    private static List<List<ObjectNode>> groups(Use use) {
        int room = LARGEST_BODY
                - CanonicalJson.bytes(head(use)).length
                - "'facts':[],'set_aside':[],'part':99999,'parts':99999".length();
        List<ObjectNode> all = statements(use.facts());
        if (all.stream().mapToLong(UseJson::atMost).sum() <= room) {
            return List.of(all);
        }
        List<List<ObjectNode>> groups = new ArrayList<>(List.of(new ArrayList<>()));
        int left = room;
        for (ObjectNode node : all) {
            int size = CanonicalJson.bytes(node).length + 1;
            if (size > room) {
                throw new IllegalStateException("fact " + node.path("fact").asString() + " of use " + use.id() + " has "
                        + size + " bytes, but an entry has room for " + room);
            }
            if (size > left) {
                groups.add(new ArrayList<>());
                left = room;
            }
            left -= size;
            groups.get(groups.size() - 1).add(node);
        }
        return groups;
    }

    /** No fewer bytes than the node has in canonical form, with a comma: a character has six at most, as an escape. */
    private static long atMost(JsonNode node) {
        if (node.isObject()) {
            return 3
                    + node.properties().stream()
                            .mapToLong(each -> 4 + 6L * each.getKey().length() + atMost(each.getValue()))
                            .sum();
        }
        if (node.isArray()) {
            return 3 + node.valueStream().mapToLong(UseJson::atMost).sum();
        }
        return node.isString() ? 3 + 6L * node.stringValue().length() : LONGEST_NUMBER;
    }

    private static List<ObjectNode> statements(Facts facts) {
        List<ObjectNode> nodes = new ArrayList<>();
        facts.all().forEach(fact -> nodes.add(fact(fact, fact.origin())));
        facts.setAside().forEach(each -> nodes.add(setAside(each, each.fact().origin())));
        return nodes;
    }

    private static ObjectNode setAside(SetAside each, String origin) {
        return fact(each.fact(), origin).put(WHY, each.why().word()).put("told", each.told());
    }

    private static ObjectNode head(Use use) {
        return NODES.objectNode()
                .put("use", use.id())
                .put("dataset", use.dataset())
                .put("training", use.training())
                .put("origin", use.origin())
                .put("state", use.state().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode fact(Fact fact, String origin) {
        return FactJson.statement(fact).put("origin", origin);
    }

    /**
     * The use that these bodies tell.
     *
     * @param bodies all parts of one use, in any order
     * @param catalogue tells dates from texts; a fact that it doesn't know is read by its form
     * @throws IllegalArgumentException where a part is missing, or belongs to another use
     */
    public static Use read(List<ObjectNode> bodies, FactCatalogue catalogue) {
        List<ObjectNode> parts =
                bodies.stream().sorted(Comparator.comparingInt(UseJson::part)).toList();
        for (int i = 0; i < parts.size(); i++) {
            ObjectNode part = parts.get(i);
            if (part(part) != i + 1
                    || part.path("parts").asInt(1) != parts.size()
                    || !part.path("use").equals(parts.get(0).path("use"))) {
                throw new IllegalArgumentException("expected part " + (i + 1) + " of " + parts.size() + " of use "
                        + parts.get(0).path("use") + ", but found part " + part(part) + " of "
                        + part.path("parts").asInt(1) + " of use " + part.path("use"));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected the bodies of a use, but found none");
        }
        return use(parts, catalogue);
    }

    private static int part(ObjectNode body) {
        return body.path("part").asInt(1);
    }

    private static Use use(List<ObjectNode> parts, FactCatalogue catalogue) {
        ObjectNode head = parts.get(0);
        Map<String, Fact> facts = new TreeMap<>();
        List<SetAside> setAside = new ArrayList<>();
        for (ObjectNode part : parts) {
            part.path("facts").forEach(node -> facts.put(node.path("fact").asString(), FactJson.read(node, catalogue)));
            part.path(SET_ASIDE).forEach(node -> setAside.add(setAside(node, catalogue)));
        }
        return new Use(
                head.path("use").asString(),
                head.path("dataset").asString(),
                head.path("training").asString(),
                UseState.valueOf(head.path("state").asString().toUpperCase(Locale.ROOT)),
                Facts.of(facts, setAside),
                head.path("origin").asString());
    }

    private static SetAside setAside(JsonNode node, FactCatalogue catalogue) {
        String why = node.path(WHY).asString().toUpperCase(Locale.ROOT).replace('-', '_');
        return new SetAside(
                FactJson.read(node, catalogue),
                SetAside.Why.valueOf(why),
                node.path("told").asString());
    }

    /**
     * The hash of what is stated, {@code facts_sha256} of a verdict: SHA-256 in hex over the canonical JSON of all facts,
     * sorted by name, each with its value and dates. Where a fact comes from isn't in it, so a row that moves within its
     * register changes nothing.
     */
    public static String factsSha256(Facts facts) {
        ArrayNode statements = NODES.arrayNode();
        facts.all().forEach(fact -> statements.add(FactJson.statement(fact)));
        return Sha256.hex(CanonicalJson.bytes(statements));
    }

    /**
     * The hash of the whole use, to see whether it changed since it was last recorded: as its entry has it, but the
     * origins without their line numbers.
     */
    public static String contentSha256(Use use) {
        ObjectNode content = head(use).put("origin", withoutLine(use.origin()));
        ArrayNode facts = content.putArray("facts");
        use.facts().all().forEach(fact -> facts.add(fact(fact, withoutLine(fact.origin()))));
        use.facts()
                .setAside()
                .forEach(each -> facts.add(
                        setAside(each, withoutLine(each.fact().origin())).put("told", "")));
        return Sha256.hex(CanonicalJson.bytes(content));
    }

    private static String withoutLine(String origin) {
        int end = origin.length();
        while (end > 0 && origin.charAt(end - 1) >= '0' && origin.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 0 && end < origin.length() && origin.charAt(end - 1) == ':'
                ? origin.substring(0, end - 1)
                : origin;
    }
}
