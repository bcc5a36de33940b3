package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What uses added to the cells of one row, each text once and sorted. */
final class Gathered {

    private final List<SortedSet<String>> cells = new ArrayList<>();
    private String begunBy = "";

    /** Adds a text to a cell. */
    void add(int cell, String text) {
        begunBy = begunBy.isEmpty() ? text : begunBy;
        while (cells.size() <= cell) {
            cells.add(new TreeSet<>(Key::compareAsUtf8));
        }
        cells.get(cell).add(text);
    }

    /** The texts of a cell. */
    List<String> of(int cell) {
        return cell < cells.size() ? List.copyOf(cells.get(cell)) : List.of();
    }

    /** The very first text, whichever cell it's of. */
    String begunBy() {
        return begunBy;
    }
}
