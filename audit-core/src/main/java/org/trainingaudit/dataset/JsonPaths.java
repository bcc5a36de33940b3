package org.trainingaudit.dataset;

import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks over JSON values and tells each single value with its path: {@code address.city}, {@code items[].name}. A value that
 * is no object at all has the path {@code #1}.
 */
final class JsonPaths {

    private static final int DEEPEST = 200;
    private static final int LONGEST_PATH = 65_536;

    private JsonPaths() {}

    /** Parsers that refuse what is nested too deep or too long, and never quote content in their errors. */
    static JsonFactory factory(Limits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(limits.maxRowBytes())
                .maxNameLength(Math.min(limits.maxRowBytes(), 50_000))
                .maxNumberLength(10_000)
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /** Goes over the value at whose first token the parser stands, to its last token. */
    static void walk(JsonParser parser, BiConsumer<String, String> values) {
        walk(parser, "", values);
    }

    private static void walk(JsonParser parser, String path, BiConsumer<String, String> values) {
        if (path.length() > LONGEST_PATH) {
            throw new RefusedException(
                    Refusal.overLimit("a path to a value is longer than " + LONGEST_PATH + " characters"));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                walk(parser, path.isEmpty() ? name : path + "." + name, values);
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                walk(parser, path + "[]", values);
            }
        } else {
            String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
            values.accept(path.isEmpty() ? "#1" : path, text);
        }
    }
}
