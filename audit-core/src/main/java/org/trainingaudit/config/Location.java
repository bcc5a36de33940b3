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

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
