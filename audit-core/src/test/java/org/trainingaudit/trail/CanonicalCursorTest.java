package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading from front to back, beside the tree of the same bytes. */
class CanonicalCursorTest {

    private static final long SEED = 20261122;
    private static final List<String> TEXTS = List.of(
            "", "a", "]}{[", "quo\"te", "back\\slash", "line\nfeed", "\u0001", "患者", "é", "x".repeat(200), "a,b:c");

    private final CanonicalCursor cursor = new CanonicalCursor();

    @Test
    void readsWhatTheTreeOfTheSameBytesHas() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode body = object(random, 4);
            byte[] bytes = CanonicalJson.bytes(body);
            cursor.over(EntryText.of("use", "run", "0".repeat(64), bytes));
            assertThat(members()).as("seed %d, object %d", SEED, i).isEqualTo(plain(body));
            cursor.over(EntryText.of("use", "run", "0".repeat(64), bytes));
            Map<String, String> raw = new TreeMap<>();
            while (cursor.more()) {
                raw.put(cursor.name(), cursor.raw());
            }
            Map<String, String> expected = new TreeMap<>();
            body.properties().forEach(each -> expected.put(each.getKey(), text(each.getValue())));
            assertThat(raw).isEqualTo(expected);
        }
    }

    @Test
    void makesAValueOnceWhereItsBytesComeAgain() {
        CanonicalCursor.Remembered<Object> known = new CanonicalCursor.Remembered<>(16, 8);
        byte[] bytes = "[1][1][12345678]".getBytes(StandardCharsets.UTF_8);
        Object first = known.of(bytes, 0, 3, (from, at, to) -> new Object());
        assertThat(known.of(bytes, 3, 6, (from, at, to) -> new Object())).isSameAs(first);
        Object large = known.of(bytes, 6, 16, (from, at, to) -> new Object());
        assertThat(known.of(bytes, 6, 16, (from, at, to) -> new Object()))
                .as("too large to be kept")
                .isNotSameAs(large);
    }

    private static String text(JsonNode node) {
        return new String(CanonicalJson.bytes(node), StandardCharsets.UTF_8);
    }

    private Map<String, Object> members() {
        Map<String, Object> read = new TreeMap<>();
        while (cursor.more()) {
            read.put(cursor.name(), value());
        }
        return read;
    }

    private Object value() {
        switch (cursor.kind()) {
            case '{' -> {
                cursor.enter();
                return members();
            }
            case '[' -> {
                List<Object> list = new ArrayList<>();
                cursor.enter();
                while (cursor.more()) {
                    list.add(value());
                }
                return list;
            }
            case '"' -> {
                return cursor.text();
            }
            default -> {
                return "raw " + cursor.raw();
            }
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(each -> members.put(each.getKey(), plain(each.getValue())));
            return members;
        }
        if (node.isArray()) {
            return node.valueStream().map(CanonicalCursorTest::plain).toList();
        }
        return node.isString() ? node.stringValue() : "raw " + node;
    }

    private static ObjectNode object(Random random, int deep) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.set("m" + random.nextInt(30), value(random, deep));
        }
        return object;
    }

    private static JsonNode value(Random random, int deep) {
        return switch (random.nextInt(deep > 0 ? 6 : 4)) {
            case 0 -> JsonNodeFactory.instance.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> JsonNodeFactory.instance.numberNode(random.nextInt(2_000) - 1_000);
            case 2 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 3 -> JsonNodeFactory.instance.nullNode();
            case 4 -> object(random, deep - 1);
            default -> array(random, deep - 1);
        };
    }

    private static ArrayNode array(Random random, int deep) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(value(random, deep));
        }
        return array;
    }
}
