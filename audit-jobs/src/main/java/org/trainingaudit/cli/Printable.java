package org.trainingaudit.cli;

/** Names and values come from whoever made the file: no control character of theirs reaches a terminal. */
final class Printable {

    private static final String UNSAFE = "[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]";

    private Printable() {}

    /** The text with U+FFFD for each character that could steer a terminal or hide. */
    static String text(String text) {
        return text.replaceAll(UNSAFE, "\ufffd");
    }
}
