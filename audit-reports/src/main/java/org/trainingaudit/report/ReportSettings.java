package org.trainingaudit.report;

/**
 * How reports are written.
 *
 * @param excel whether CSV files have a byte-order mark and CRLF, so that Excel reads them right at a double click
 */
public record ReportSettings(boolean excel) {}
