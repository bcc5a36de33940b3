package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON document: each element of an array is a row, any other value is one. Several documents one behind the other
 * are read as if they stood in an array. Broken JSON can't be resumed, so it refuses the whole.
 */
final class JsonReader {

    private final Content content;
    private final JsonFactory json;
    private final JsonColumns columns;

    JsonReader(Content content, Limits limits) {
        this.content = content;
        this.json = JsonPaths.factory(limits);
        this.columns = new JsonColumns(limits);
    }

    ReadResult read(RowVisitor visitor) throws IOException {
        eachRow(columns::see, line -> {});
        RowCounter counter = new RowCounter(visitor);
        counter.columns(columns.names());
        columns.clear();
        Encoding encoding = eachRow(columns::add, line -> {
            counter.filled(columns.row(), line);
            columns.clear();
        });
        return counter.result("json " + encoding.shown());
    }

    private Encoding eachRow(BiConsumer<String, String> values, RowEnd end) throws IOException {
        try (InputStream in = content.open()) {
            Prefix text = Prefix.of(in, CsvReader.PREFIX);
            TextReader.refuseEmpty(text);
            eachRow(text.all(), values, end);
            return text.encoding();
        }
    }

    private void eachRow(InputStream text, BiConsumer<String, String> values, RowEnd end) throws IOException {
        long line = 1;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            boolean inArray = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = parser.currentTokenLocation().getLineNr();
                if (!inArray && token == JsonToken.START_ARRAY) {
                    inArray = true;
                } else if (inArray && token == JsonToken.END_ARRAY) {
                    inArray = false;
                } else {
                    JsonPaths.walk(parser, values);
                    end.row(line);
                }
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw new RefusedException(Refusal.overLimit("the JSON value in line " + line
                    + " is nested too deep or has a text longer than audit.dataset.max-row-bytes"));
        } catch (JacksonException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("");
            throw new RefusedException(
                    Refusal.refused("not JSON" + place + "; if each line is a value of its own, name it .jsonl"));
        }
    }

    private interface RowEnd {
        void row(long line);
    }
}
