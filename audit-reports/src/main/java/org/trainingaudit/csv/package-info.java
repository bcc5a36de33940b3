/**
 * Tables as CSV files that a regulator can open in a spreadsheet and a program can read back exactly.
 *
 * <p>Start at {@link CsvSchema} and {@link CsvTable}; {@link CsvFolder} turns tables into a folder of files with their
 * descriptions, and {@link PublishedFolder} puts that folder on disk whole or not at all. Whoever reads a
 * file takes the apostrophe off guarded cells again, {@link FormulaGuard#unguard}. Nearly all types are public: reports, bundles and
 * commands each write tables of their own with these parts, and what there is to hide is inside them.
 */
@NullMarked
package org.trainingaudit.csv;

import org.jspecify.annotations.NullMarked;
