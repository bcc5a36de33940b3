/**
 * Tables as CSV files that a regulator can open in a spreadsheet and a program can read back exactly.
 *
 * <p>Start at {@link CsvSchema} and {@link CsvTable}; {@link CsvFolder} turns tables into a folder of files with their
 * descriptions, and {@link PublishedFolder} puts that folder on disk whole or not at all. {@link CsvReader} restores what
 * {@link CsvWriter} wrote, cell by cell.
 */
@NullMarked
package org.trainingaudit.csv;

import org.jspecify.annotations.NullMarked;
