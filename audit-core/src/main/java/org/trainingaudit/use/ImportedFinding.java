package org.trainingaudit.use;

/**
 * What another scanner says of one column; never a value of it.
 *
 * @param column the column's name; empty where the scanner names none
 * @param category an id of the taxonomy
 * @param tool which scanner, in lower case
 * @param file the file in which it says so
 * @param confidence how sure it is, from 0 to 1
 */
public record ImportedFinding(String column, String category, String tool, String file, double confidence) {}
