package org.trainingaudit.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of one YAML 1.2 document from the parser's events. Tags, anchors, aliases and merge keys are refused,
 * so no class is ever named by a file and no few bytes grow into many; depth, size and
 * the number of values have limits.
 */
final class YamlReader {

    static final int LARGEST = 4 * 1024 * 1024;
    static final int DEEPEST = 50;
    static final int MOST_VALUES = 250_000;

    private final String file;
    private final String text;
    private final List<String> lines;
    private final Faults faults;
    private int values;

    YamlReader(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.lines = text.length() > LARGEST ? List.of() : lines(text);
        this.faults = faults;
    }

    /** The lines without their ends, which are those of any system. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char end = text.charAt(i);
            if (end == '\n' || end == '\r') {
                lines.add(text.substring(begin, i));
                boolean both = end == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += both ? 1 : 0;
                begin = i + 1;
            }
        }
        lines.add(text.substring(begin));
        return lines;
    }

    /** The document; nothing where the file is empty or has a fault of syntax. */
    Optional<Node> read() {
        if (text.length() > LARGEST) {
            faults.add(
                    Location.of(file),
                    "the file has " + text.length() + " characters; at most " + LARGEST + " are read");
            return Optional.empty();
        }
        int before = faults.count();
        try {
            Optional<Node> node = document();
            return faults.count() == before ? node : Optional.empty();
        } catch (Stop e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            faults.add(e.getProblemMark().map(this::at).orElse(Location.of(file)), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(Location.of(file), "not YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private Optional<Node> document() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST)
                // All of it at once: with a smaller buffer the parser copies an unbroken run again for each piece.
                .setBufferSize(text.length() + 1)
                .setParseComments(false)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        Optional<Node> found = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (!(event instanceof NodeEvent)) {
                continue;
            }
            if (found.isPresent()) {
                faults.add(at(event), "a second document begins here; a file holds one");
                throw new Stop();
            }
            found = Optional.of(node(event, events, 1));
        }
        if (found.isEmpty()) {
            faults.add(Location.of(file), "the file is empty");
        }
        return found;
    }

    private Node node(Event event, Iterator<Event> events, int depth) {
        refuseTricks(event);
        if (++values > MOST_VALUES) {
            faults.add(at(event), "more than " + MOST_VALUES + " values; split the file");
            throw new Stop();
        }
        if (depth > DEEPEST) {
            faults.add(at(event), "nested more than " + DEEPEST + " deep");
            throw new Stop();
        }
        if (event instanceof MappingStartEvent) {
            return fields(event, events, depth);
        }
        if (event instanceof SequenceStartEvent) {
            return items(event, events, depth);
        }
        ScalarEvent scalar = (ScalarEvent) event;
        return new Node.Scalar(at(event), scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
    }

    private void refuseTricks(Event event) {
        if (event instanceof AliasEvent alias) {
            faults.add(at(event), "alias '*" + alias.getAlias() + "' is not allowed here; write the value out");
            throw new Stop();
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.add(at(event), "anchor '&" + node.getAnchor().get() + "' is not allowed here; write the value out");
        }
        Optional<String> tag = tag(event);
        if (tag.isPresent()) {
            faults.add(at(event), "tag '" + tag.get() + "' is not allowed here; write plain text, lists and maps");
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        if (event instanceof MappingStartEvent map) {
            return map.getTag();
        }
        return event instanceof SequenceStartEvent list ? list.getTag() : Optional.empty();
    }

    private Node items(Event start, Iterator<Event> events, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, events, depth + 1));
        }
        return new Node.Items(at(start), items);
    }

    private Node fields(Event start, Iterator<Event> events, int depth) {
        List<Node.Field> fields = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Node key = node(next, events, depth + 1);
            Node value = node(events.next(), events, depth + 1);
            add(fields, seen, key, value);
        }
        return new Node.Fields(at(start), fields);
    }

    private void add(List<Node.Field> fields, Map<String, Location> seen, Node key, Node value) {
        if (!(key instanceof Node.Scalar name)) {
            faults.add(key.at(), "a key must be text, but is " + key.describe());
            return;
        }
        if (name.text().equals("<<") && !name.quoted()) {
            faults.add(key.at(), "merge key '<<' is not allowed here; write the values out");
            return;
        }
        Location first = seen.putIfAbsent(name.text(), key.at());
        if (first != null) {
            faults.add(key.at(), "key '" + name.text() + "' stands twice; first in line " + first.line());
            return;
        }
        fields.add(new Node.Field(key.at(), name.text(), value));
    }

    private Location at(Event event) {
        return event.getStartMark().map(this::at).orElse(Location.of(file));
    }

    private Location at(Mark mark) {
        int line = mark.getLine();
        String source = line < lines.size() ? lines.get(line) : "";
        return new Location(file, line + 1, mark.getColumn() + 1, source);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** Reading can't go on; the fault is already told. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super("stopped", null, false, false);
        }
    }
}
