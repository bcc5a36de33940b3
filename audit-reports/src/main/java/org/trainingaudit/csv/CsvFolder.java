package org.trainingaudit.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder of tables in the making: the CSV files, one CSVW description for each, and one {@code datapackage.json}. */
public final class CsvFolder {

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
    private static final String PACKAGE_FILE = "datapackage.json";

    private final String name;
    private final String title;
    private final CsvDialect dialect;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Object> resources = new ArrayList<>();

    /**
     * An empty folder.
     *
     * @param name the package's name: lower-case letters, digits, {@code . _ -}
     * @param title what the package is, for people
     * @param dialect the layout of all its CSV files
     */
    public CsvFolder(String name, String title, CsvDialect dialect) {
        if (!name.matches("[a-z0-9._-]+")) {
            throw new IllegalArgumentException("a package's name has only a-z 0-9 . _ -, but was '" + name + "'");
        }
        this.name = name;
        this.title = title;
        this.dialect = dialect;
    }

    /** Adds a table with its description. */
    public void add(CsvTable table) {
        TableDescription description = new TableDescription(table.schema(), dialect);
        byte[] csv = new CsvWriter(dialect).write(table);
        add(table.schema().file(), csv);
        add(table.schema().descriptionFile(), JsonText.bytes(description.csvw()));
        resources.add(description.resource(csv));
    }

    /** Adds a file that isn't a table; it isn't listed in the data package. */
    public void add(String file, byte[] bytes) {
        if (files.putIfAbsent(file, bytes) != null) {
            throw new IllegalArgumentException("file '" + file + "' is already in the folder");
        }
    }

    /** All files by name, {@code datapackage.json} among them. */
    public SortedMap<String, byte[]> files() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", PROFILE);
        document.put("name", name);
        document.put("title", title);
        document.put("resources", resources);
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(PACKAGE_FILE, JsonText.bytes(document));
        return all;
    }
}
