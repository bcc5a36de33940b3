package org.trainingaudit.use;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a tool sent: one event, a list of events, or an event in each line. */
final class LineageBody {

    /** So many faults are told of one body. */
    private static final int MOST_FAULTS = 100;

    private static final Pattern LINES = Pattern.compile("\r\n|\r|\n");
    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] bytes;
    private final int events;
    private final boolean sound;

    private LineageBody(byte[] bytes, int events, boolean sound) {
        this.bytes = bytes;
        this.events = events;
        this.sound = sound;
    }

    /** Reads it; what is wrong becomes a fault with line and column. */
    static LineageBody read(String shown, byte[] bytes, Faults faults) {
        Optional<String> text = Utf8.text(bytes);
        if (text.isEmpty()) {
            faults.add(Location.of(shown), "not valid UTF-8");
        }
        List<Node> events = text.map(body -> events(shown, body, faults)).orElse(List.of());
        if (!faults.isEmpty()) {
            return new LineageBody(bytes, events.size(), false);
        }
        Optional<Node> strange = events.stream()
                .filter(event -> !OpenLineageFormat.isEvent(event))
                .findFirst();
        strange.ifPresent(
                event -> faults.add(event.at(), "this is no OpenLineage event; expected one with 'schemaURL'"));
        if (events.isEmpty()) {
            faults.add(Location.of(shown), "there is no event in it; expected one, a list, or one in each line");
        }
        boolean sound = faults.isEmpty();
        events.stream()
                .takeWhile(event -> sound && faults.count() < MOST_FAULTS)
                .forEach(event -> LineageEvents.checkRequired(event, faults));
        return new LineageBody(bytes, events.size(), sound);
    }

    private static List<Node> events(String shown, String text, Faults faults) {
        String[] lines = LINES.split(text, -1);
        if (!isInLines(shown, lines)) {
            return JsonNodes.parse(shown, 1, text, faults).stream()
                    .flatMap(node -> Tree.each(node).stream())
                    .toList();
        }
        List<Node> events = new ArrayList<>();
        for (int i = 0; i < lines.length && faults.count() < MOST_FAULTS; i++) {
            if (!lines[i].isBlank()) {
                JsonNodes.parse(shown, i + 1, lines[i], faults).ifPresent(node -> events.addAll(Tree.each(node)));
            }
        }
        return events;
    }

    /** Of several lines, the first that says anything is a value by itself. */
    private static boolean isInLines(String shown, String[] lines) {
        List<String> told =
                List.of(lines).stream().filter(line -> !line.isBlank()).limit(2).toList();
        return told.size() > 1
                && JsonNodes.parse(shown, 1, told.get(0), new Faults()).isPresent();
    }

    /** Whether it can be kept: each part of it is an event, though one may break its schema. */
    boolean isSound() {
        return sound;
    }

    int events() {
        return events;
    }

    /** Its events as they were sent, each in a line of its own. */
    byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(bytes.length + events);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    int start = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    line(start, (int) parser.currentLocation().getByteOffset(), lines);
                }
            }
        }
        return lines.toByteArray();
    }

    /** JSON has line ends between its tokens only. */
    private void line(int start, int end, ByteArrayOutputStream lines) {
        for (int i = start; i < end; i++) {
            lines.write(bytes[i] == '\n' || bytes[i] == '\r' ? ' ' : bytes[i]);
        }
        lines.write('\n');
    }
}
