package org.trainingaudit.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people: indented, members in the order given, LF on every machine. */
public final class JsonText {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    /** An object with two members in this order. */
    public static Map<String, Object> object(String first, Object value, String second, Object other) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(first, value);
        object.put(second, other);
        return object;
    }

    /**
     * Writes the text of a map as UTF-8, ended by LF. A member that is an {@code Iterable} becomes a list without ever being
     * one in memory.
     */
    public static void write(Map<String, Object> value, OutputStream out) throws IOException {
        try (JsonGenerator generator =
                WRITER.without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out, JsonEncoding.UTF8)) {
            WRITER.writeValue(generator, value);
        }
        out.write('\n');
    }

    /** A document that ends in one long list, written element by element. */
    public static final class Listing implements Closeable {
        private final OutputStream out;
        private final JsonGenerator generator;

        /**
         * Begins the document.
         *
         * @param head its members before the list
         * @param member the list's name
         * @param out where it goes; closed at the end
         */
        public Listing(Map<String, Object> head, String member, OutputStream out) {
            this.out = out;
            this.generator =
                    WRITER.without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out, JsonEncoding.UTF8);
            generator.writeStartObject();
            head.forEach(generator::writePOJOProperty);
            generator.writeName(member);
            generator.writeStartArray();
        }

        /** Adds an element. */
        public void add(Map<String, Object> element) {
            generator.writePOJO(element);
        }

        @Override
        public void close() throws IOException {
            try (out) {
                generator.writeEndArray();
                generator.writeEndObject();
                generator.close();
                out.write('\n');
            }
        }
    }
}
