package org.trainingaudit.use;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A register as a workbook, with its texts in the cells. */
final class TestRegister {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> names = new ArrayList<>();
    private final List<StringBuilder> sheets = new ArrayList<>();

    TestRegister(String sheet) {
        next(sheet);
    }

    TestRegister next(String sheet) {
        names.add(sheet);
        sheets.add(new StringBuilder());
        return this;
    }

    /** All rows of a file in CSV, without what XML can't hold. */
    TestRegister csv(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (CSVRecord record : CSVFormat.RFC4180.parse(in)) {
                row(record.values());
            }
        }
        return this;
    }

    TestRegister row(String... cells) {
        StringBuilder rows = sheets.get(sheets.size() - 1).append("<row>");
        for (String cell : cells) {
            rows.append(cell.isEmpty() ? "<c/>" : "<c t='inlineStr'><is><t>" + escaped(cell) + "</t></is></c>");
        }
        rows.append("</row>");
        return this;
    }

    /** A row whose third cell is a formula that nobody has calculated. */
    TestRegister formula(String use, String dataset) {
        row(use, dataset);
        StringBuilder rows = sheets.get(sheets.size() - 1);
        rows.insert(rows.length() - "</row>".length(), "<c><f>A1=A2</f></c>");
        return this;
    }

    /** A bell, which XML can't hold, becomes another character that no name may have. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('\u0007', '\u0085');
    }

    Path write(Path file) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < sheets.size(); i++) {
                list.append("<sheet name='" + names.get(i) + "' sheetId='" + (i + 1) + "' r:id='s" + i + "'/>");
                relations.append("<Relationship Id='s" + i + "' Type='" + RELATIONS + "/worksheet' Target='sheet" + i
                        + ".xml'/>");
                part(
                        zip,
                        "xl/sheet" + i + ".xml",
                        "<worksheet xmlns='" + MAIN + "'><sheetData>" + sheets.get(i) + "</sheetData></worksheet>");
            }
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id='r' Type='" + RELATIONS
                            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>" + list
                            + "</sheets></workbook>");
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
