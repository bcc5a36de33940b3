package org.trainingaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The texts of a record that {@code audit detect} is given: one text, or all that was said in a chat or a prompt. */
final class Passages {

    private static final List<String> TOLD = List.of(
            "messages",
            "conversations",
            "conversation",
            "system",
            "instruction",
            "prompt",
            "input",
            "completion",
            "response",
            "output",
            "chosen",
            "rejected");

    /** Without one of these it is no chat and no prompt. */
    private static final Set<String> NEEDED =
            Set.of("messages", "conversations", "conversation", "prompt", "instruction");

    /** What says how a message is to be read, and nothing of anybody. */
    private static final Set<String> FORM = Set.of("role", "type", "id", "tool_call_id", "from");

    private final List<Passage> passages = new ArrayList<>();

    private Passages() {}

    /**
     * A text.
     *
     * @param path where it stands in the record, as a JSON Pointer; none where the record is nothing but a text
     */
    record Passage(Optional<String> path, String text) {}

    /** In the record's order; none where it holds neither a text nor a chat nor a prompt. */
    static List<Passage> of(JsonNode record) {
        JsonNode text = record.path("text");
        if (text.isString()) {
            return List.of(new Passage(Optional.empty(), text.asString()));
        }
        Passages passages = new Passages();
        if (NEEDED.stream().anyMatch(record::hasNonNull)) {
            TOLD.forEach(member -> passages.collect("/" + member, record.path(member)));
        }
        return passages.passages;
    }

    private void collect(String path, JsonNode node) {
        if (node.isString()) {
            passages.add(new Passage(Optional.of(path), node.asString()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i));
            }
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !FORM.contains(member.getKey()))
                    .forEach(member -> collect(path + "/" + escaped(member.getKey()), member.getValue()));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
