package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON Lines: once for the paths, which become columns, once for the rows. A line that isn't JSON is rejected. */
final class JsonLinesReader {

    private final Content content;
    private final Limits limits;
    private final JsonFactory json;
    private final JsonColumns columns;

    JsonLinesReader(Content content, Limits limits) {
        this.content = content;
        this.limits = limits;
        this.json = JsonPaths.factory(limits);
        this.columns = new JsonColumns(limits);
    }

    ReadResult read(RowVisitor visitor) throws IOException {
        eachLine((bytes, from, to, line) -> parse(bytes, from, to, columns::see), (line, reason) -> {});
        RowCounter counter = new RowCounter(visitor);
        counter.columns(columns.names());
        Encoding encoding = eachLine((bytes, from, to, line) -> row(bytes, from, to, line, counter), counter::rejected);
        return counter.result("json-lines " + encoding.shown());
    }

    /** Looks at a line for its paths; false if it's blank, so that it is no row. */
    boolean see(byte[] bytes, int from, int to) {
        if (ByteFinder.isBlank(bytes, from, to)) {
            return false;
        }
        parse(bytes, from, to, columns::see);
        return true;
    }

    /** The columns of all lines seen. */
    List<String> columns() {
        return columns.names();
    }

    /** Counts the rows of a part of which the columns are known. */
    void rows(InputStream in, List<String> names, RowCounter counter) throws IOException {
        names.forEach(name -> columns.see(name, ""));
        counter.columns(names);
        lines(in, (bytes, from, to, line) -> row(bytes, from, to, line, counter), counter::rejected);
    }

    private void row(byte[] bytes, int from, int to, long line, RowCounter counter) {
        columns.clear();
        if (!parse(bytes, from, to, columns::add)) {
            counter.rejected(line, "json");
        } else {
            counter.filled(columns.row(), line);
        }
    }

    /** Whether the line is one JSON value; a line that isn't may have told some values already. */
    private boolean parse(byte[] bytes, int from, int to, BiConsumer<String, String> values) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            parser.nextToken();
            JsonPaths.walk(parser, values);
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private Encoding eachLine(LineSink good, RejectedLine bad) throws IOException {
        try (InputStream in = content.open()) {
            Prefix text = Prefix.of(in, CsvReader.PREFIX);
            TextReader.refuseEmpty(text);
            lines(text.all(), good, bad);
            return text.encoding();
        }
    }

    private void lines(InputStream in, LineSink good, RejectedLine bad) throws IOException {
        TextReader.lines(in, limits, new RowSink() {
                    @Override
                    public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
                        if (!ByteFinder.isBlank(bytes, starts[0], ends[0])) {
                            good.line(bytes, starts[0], ends[0], line);
                        }
                    }

                    @Override
                    public void rejected(long line, String reason) {
                        bad.line(line, reason);
                    }
                })
                .run();
    }

    private interface LineSink {
        void line(byte[] bytes, int from, int to, long line);
    }

    private interface RejectedLine {
        void line(long line, String reason);
    }
}
