package org.trainingaudit.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of tables in the making: the CSV files, one CSVW description for each, and one {@code datapackage.json}. */
public final class CsvFolder {

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
    private static final String PACKAGE_FILE = "datapackage.json";

    private final String name;
    private final String title;
    private final CsvDialect dialect;
    private final PublishedFolder folder;
    private final List<Object> resources = new ArrayList<>();

    /**
     * An empty folder.
     *
     * @param name the package's name: lower-case letters, digits, {@code . _ -}
     * @param title what the package is, for people
     * @param dialect the layout of all its CSV files
     * @param folder where its files go
     */
    public CsvFolder(String name, String title, CsvDialect dialect, PublishedFolder folder) {
        if (!name.matches("[a-z0-9._-]+")) {
            throw new IllegalArgumentException("a package's name has only a-z 0-9 . _ -, but was '" + name + "'");
        }
        this.name = name;
        this.title = title;
        this.dialect = dialect;
        this.folder = folder;
    }

    /** The layout of all its CSV files. */
    public CsvDialect dialect() {
        return dialect;
    }

    /** A table to write line by line; closing it adds its description. */
    public Table table(CsvSchema schema) throws IOException {
        return new Table(schema);
    }

    /** A table in the making. */
    public final class Table implements Closeable {
        private final CsvSchema schema;
        private final PublishedFile file;
        private long rows;
        private boolean open = true;

        private Table(CsvSchema schema) throws IOException {
            this.schema = schema;
            this.file = folder.file(schema.file());
            file.write(new CsvLines(dialect).header(schema));
        }

        /** Adds a line as {@link CsvLines} lays it out. */
        public void line(byte[] bytes, int from, int length) throws IOException {
            file.write(bytes, from, length);
            rows++;
        }

        /** How many lines there are without the header. */
        public long rows() {
            return rows;
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                file.close();
                TableDescription description = new TableDescription(schema, dialect);
                json(schema.descriptionFile(), description.csvw());
                resources.add(description.resource(file.bytes(), file.sha256()));
            }
        }
    }

    /** Adds a JSON document; it isn't listed in the data package. */
    public void json(String file, Map<String, Object> document) throws IOException {
        try (PublishedFile out = folder.file(file)) {
            JsonText.write(document, out);
        }
    }

    /** Adds {@code datapackage.json}, when all tables are closed. */
    public void describe() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", PROFILE);
        document.put("name", name);
        document.put("title", title);
        document.put("resources", resources);
        json(PACKAGE_FILE, document);
    }
}
