package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a command says: lines for people, or the same as one JSON object. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final boolean json;
    private final ObjectNode fields = JSON.createObjectNode();
    private final List<String> lines = new ArrayList<>();

    Answer(boolean json) {
        this.json = json;
    }

    /** For scripts. */
    Answer field(String name, Object value) {
        fields.set(name, JSON.valueToTree(value));
        return this;
    }

    /** For people. */
    Answer line(String line) {
        lines.add(line);
        return this;
    }

    void print(PrintWriter out) {
        if (json) {
            out.println(fields);
        } else {
            lines.forEach(out::println);
        }
        out.flush();
    }
}
