package org.trainingaudit.csv;

import java.util.List;

/**
 * Several texts in one cell, joined by a semicolon and a space. A semicolon or backslash inside a text has a backslash in
 * front. The empty cell is the empty list.
 */
public final class CsvList {

    private static final String SEPARATOR = "; ";

    private CsvList() {}

    /** The cell for these texts, in their order. */
    public static String join(List<String> texts) {
        if (texts.isEmpty()) {
            return "";
        }
        if (texts.size() == 1) {
            return escaped(texts.get(0));
        }
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            cell.append(i == 0 ? "" : SEPARATOR).append(escaped(texts.get(i)));
        }
        return cell.toString();
    }

    private static String escaped(String text) {
        boolean plain = text.indexOf(';') < 0 && text.indexOf('\\') < 0;
        return plain ? text : text.replace("\\", "\\\\").replace(";", "\\;");
    }
}
