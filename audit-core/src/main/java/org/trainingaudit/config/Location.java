package org.trainingaudit.config;

/**
 * A place in a file that a person wrote.
 *
 * @param file the file's name as the person knows it
 * @param line counted from 1; 0 where the whole file is meant
 * @param column counted from 1, in Unicode code points; 0 where the whole file is meant
 * @param source the text of that line, without its line end; empty where the whole file is meant
 */
public record Location(String file, int line, int column, String source) {

    /** The place that means a file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0, 0, "");
    }

    /** A cell of a sheet, shown as spreadsheets name it: {@code register.xlsx:uses!C7}; both numbers are counted from 1. */
    public static Location ofCell(String file, String sheet, int row, int column) {
        return new Location(file + ":" + sheet + "!", row, column, "");
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return file.endsWith("!") ? file + letters(column) + line : file + ":" + line + ":" + column;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
