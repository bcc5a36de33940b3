package org.trainingaudit.report;

/**
 * A file of a published folder, as its {@code report} entry records it.
 *
 * @param name the file's name in the run's folder
 * @param sha256 over its bytes, 64 lower-case hex digits
 * @param bytes its length
 * @param rows how many rows of data a table has, without its header; 0 for any other file
 */
public record PublishedReport(String name, String sha256, long bytes, long rows) {}
