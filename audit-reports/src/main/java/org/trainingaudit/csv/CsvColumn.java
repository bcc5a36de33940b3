package org.trainingaudit.csv;

/**
 * One column of a table.
 *
 * @param name its header, in snake_case
 * @param type what its cells hold
 * @param required whether a cell is never empty
 * @param description what a reader has to know to use it, in English
 */
public record CsvColumn(String name, CsvType type, boolean required, String description) {}
