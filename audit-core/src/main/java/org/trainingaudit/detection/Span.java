package org.trainingaudit.detection;

/**
 * A stretch of a text in which something was found; never the text itself.
 *
 * @param start where it begins, in Unicode code points of the original text, counted from 0
 * @param end where it ends, exclusive
 * @param category an id of the taxonomy
 * @param detector the id of the detector that found it
 * @param confidence from 0 to 1
 */
public record Span(int start, int end, String category, String detector, double confidence) {}
