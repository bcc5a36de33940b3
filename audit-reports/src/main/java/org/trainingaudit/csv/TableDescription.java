package org.trainingaudit.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Describes one table for machines: as CSVW ({@code <file>-metadata.json}) and as a resource of a data package. */
final class TableDescription {

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json";

    private static final String CELLS =
            "A text cell that begins with an apostrophe was guarded against being run as a formula; without that one"
                    + " apostrophe it is the text. Several texts in a cell are joined by a semicolon and a space; a"
                    + " semicolon or backslash inside a text has a backslash in front.";

    private final CsvSchema schema;
    private final CsvDialect dialect;

    TableDescription(CsvSchema schema, CsvDialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /** The CSVW metadata document. */
    Map<String, Object> csvw() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        document.put("url", schema.file());
        document.put("dc:title", schema.title());
        document.put("dc:description", CELLS);
        document.put("schema:version", Integer.toString(schema.version()));
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("header", true);
        layout.put("encoding", "utf-8");
        layout.put("delimiter", ",");
        layout.put("lineTerminators", List.of(dialect.lineEnd()));
        document.put("dialect", layout);
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(
                "columns",
                schema.columns().stream().map(TableDescription::csvwColumn).toList());
        table.put("primaryKey", schema.key());
        document.put("tableSchema", table);
        return document;
    }

    private static Map<String, Object> csvwColumn(CsvColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        Map<String, Object> titles = new LinkedHashMap<>();
        titles.put("und", column.name());
        new TreeMap<>(column.headings()).forEach((language, heading) -> {
            if (!heading.equals(column.name())) {
                titles.put(language, heading);
            }
        });
        described.put("titles", titles);
        described.put("dc:description", column.description());
        described.put("datatype", column.type().csvw());
        if (column.type() == CsvType.LIST) {
            described.put("separator", "; ");
        }
        described.put("required", column.required());
        return described;
    }

    /** The resource of a data package for a file of that length and hash. */
    Map<String, Object> resource(long bytes, String sha256) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("$schema", PROFILE);
        resource.put("name", schema.name());
        resource.put("type", "table");
        resource.put("title", schema.title());
        resource.put("description", CELLS);
        resource.put("path", schema.file());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", bytes);
        resource.put("hash", "sha256:" + sha256);
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("delimiter", ",");
        layout.put("lineTerminator", dialect.lineEnd());
        layout.put("quoteChar", "\"");
        layout.put("doubleQuote", true);
        layout.put("header", true);
        resource.put("dialect", layout);
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("version", Integer.toString(schema.version()));
        table.put(
                "fields", schema.columns().stream().map(TableDescription::field).toList());
        table.put("primaryKey", schema.key());
        table.put("missingValues", List.of(""));
        resource.put("schema", table);
        return resource;
    }

    private static Map<String, Object> field(CsvColumn column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("title", column.headings().getOrDefault("en", column.name()));
        field.put("type", column.type().frictionless());
        field.put("description", column.description());
        field.put("constraints", Map.of("required", column.required()));
        return field;
    }
}
