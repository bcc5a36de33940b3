package org.trainingaudit.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several texts in one cell, joined by a semicolon and a space. A semicolon or backslash inside a text has a backslash in
 * front. The empty cell is the empty list.
 */
public final class CsvList {

    private static final String SEPARATOR = "; ";

    private CsvList() {}

    /** The cell for these texts, in their order. */
    public static String join(List<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** The texts of a cell that {@link #join} made. */
    public static List<String> split(String cell) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                text.append(cell.charAt(++i));
            } else if (cell.startsWith(SEPARATOR, i)) {
                texts.add(text.toString());
                text.setLength(0);
                i += SEPARATOR.length() - 1;
            } else {
                text.append(c);
            }
        }
        if (!cell.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }
}
