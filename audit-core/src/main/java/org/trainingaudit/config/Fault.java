package org.trainingaudit.config;

/**
 * One thing that is wrong in what a person wrote.
 *
 * @param at where it stands
 * @param message what was found, what was expected and how to mend it, in one line
 */
public record Fault(Location at, String message) {

    private static final int WIDEST_SOURCE = 160;

    /** The fault as an operator reads it: place, message, the line itself and a caret under the column. */
    public String text() {
        String head = "ERROR: " + at + ": " + message;
        if (at.line() == 0 || at.source().isEmpty() || at.source().length() > WIDEST_SOURCE) {
            return head;
        }
        return head + "\n | " + at.source() + "\n | " + ".".repeat(Math.max(0, at.column() - 1)) + "^";
    }
}
