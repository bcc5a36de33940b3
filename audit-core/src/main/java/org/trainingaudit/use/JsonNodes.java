package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into the tree that YAML is read into, so that both are checked by the same code. A JSON string becomes a
 * quoted scalar; numbers, true, false and null become plain ones.
 */
final class JsonNodes {

    private static final int DEEPEST = 50;
    private static final int LONGEST_SOURCE = 1_000;
    private static final int FEW = 12;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String file;
    private final int firstLine;
    private final String[] lines;
    private final boolean paired;
    private int shownLine;
    private String shown = "";
    private final JsonParser parser;
    private final Faults faults;

    private JsonNodes(String file, int firstLine, String text, JsonParser parser, Faults faults) {
        this.file = file;
        this.firstLine = firstLine;
        this.lines =
                text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? new String[] {text} : text.split("\r\n|\r|\n", -1);
        this.paired = hasSurrogate(text);
        this.parser = parser;
        this.faults = faults;
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The one value that the text is; nothing, and a fault, where it is none. */
    static Optional<Node> parse(String file, int firstLine, String text, Faults faults) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonNodes nodes = new JsonNodes(file, firstLine, text, parser, faults);
            int before = faults.count();
            Optional<Node> node = nodes.document();
            return faults.count() == before ? node : Optional.empty();
        }
    }

    private Optional<Node> document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                faults.add(Location.of(file), "there is no JSON in it");
                return Optional.empty();
            }
            Optional<Node> node = Optional.of(node(first));
            if (parser.nextToken() != null) {
                faults.add(at(parser.currentTokenLocation()), "text follows behind the end of the value; take it out");
            }
            return node;
        } catch (JacksonException e) {
            String problem = String.valueOf(e.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst(" \\(start marker.*", "")
                    .replaceAll("\\p{Cc}", "\uFFFD");
            TokenStreamLocation place = e.getLocation();
            faults.add(at(place == null ? parser.currentLocation() : place), "not JSON: " + problem);
            return Optional.empty();
        }
    }

    private Node node(JsonToken token) {
        Location at = at(parser.currentTokenLocation());
        return switch (token) {
            case START_OBJECT -> fields(at);
            case START_ARRAY -> items(at);
            case VALUE_STRING -> new Node.Scalar(at, parser.getString(), true);
            default -> new Node.Scalar(at, parser.getString(), false);
        };
    }

    private Node fields(Location at) {
        List<Node.Field> fields = new ArrayList<>();
        Set<String> seen = Set.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location place = at(parser.currentTokenLocation());
            String name = parser.currentName();
            Node value = node(parser.nextToken());
            if (fields.size() == FEW) {
                seen = new HashSet<>();
                for (Node.Field field : fields) {
                    seen.add(field.name());
                }
            }
            if (fields.size() < FEW ? isNew(name, fields) : seen.add(name)) {
                fields.add(new Node.Field(place, name, value));
            } else {
                faults.add(place, "key '" + name + "' stands twice");
            }
        }
        return new Node.Fields(at, fields);
    }

    /** Quicker than a set while there are few. */
    private static boolean isNew(String name, List<Node.Field> fields) {
        for (Node.Field field : fields) {
            if (field.name().equals(name)) {
                return false;
            }
        }
        return true;
    }

    private Node items(Location at) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Items(at, items);
    }

    private Location at(TokenStreamLocation place) {
        int line = Math.max(1, place.getLineNr());
        String source = line <= lines.length ? lines[line - 1] : "";
        int before = Math.min(Math.max(0, place.getColumnNr() - 1), source.length());
        int column = (paired ? source.codePointCount(0, before) : before) + 1;
        return new Location(file, firstLine + line - 1, column, shown(line, source));
    }

    /** A fault shows no line as long as that, and a million faults shouldn't hold on to theirs. */
    private String shown(int line, String source) {
        if (line != shownLine) {
            shownLine = line;
            shown = source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source;
        }
        return shown;
    }
}
