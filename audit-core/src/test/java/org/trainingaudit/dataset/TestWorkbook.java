package org.trainingaudit.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, so that each part can be wrong. */
final class TestWorkbook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    TestWorkbook() {
        part(
                "_rels/.rels",
                "<Relationships><Relationship Id='r' Type='" + RELATIONS
                        + "officeDocument' Target='xl/workbook.xml'/></Relationships>");
    }

    TestWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    TestWorkbook from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    /** A sheet with these {@code <row>} elements. */
    TestWorkbook sheet(String name, String rows) {
        return sheet(name, "", "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    TestWorkbook sheet(String name, String attributes, String content) {
        count++;
        sheets.append("<sheet name='" + name + "' sheetId='" + count + "' r:id='s" + count + "' " + attributes + "/>");
        relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part("xl/worksheets/sheet" + count + ".xml", content);
    }

    /** A sheet of which there is no more than its name, and a part where {@code there}. */
    TestWorkbook without(String name, String type, boolean there) {
        sheets.append("<sheet name='" + name + "' sheetId='9' r:id='w'/>");
        relation("w", type, "w.xml");
        return there ? part("xl/w.xml", "<x/>") : this;
    }

    TestWorkbook texts(String items) {
        relation("t", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst " + MAIN + ">" + items + "</sst>");
    }

    TestWorkbook styles(String content) {
        relation("y", "styles", "/xl/styles.xml");
        return part("xl/styles.xml", "<styleSheet " + MAIN + ">" + content + "</styleSheet>");
    }

    private void relation(String id, String type, String target) {
        relations.append("<Relationship Id='" + id + "' Type='" + RELATIONS + type + "' Target='" + target + "'/>");
    }

    byte[] bytes() throws IOException {
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook " + MAIN + ">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
        parts.putIfAbsent("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A row of texts that stand in the cells themselves. */
    static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append(text.isEmpty() ? "<c/>" : "<c t='inlineStr'><is><t>" + text + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
