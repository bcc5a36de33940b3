package org.trainingaudit.cli;

/** Things that people name by a number. */
final class Numbered {

    private Numbered() {}

    /**
     * The number that somebody typed after {@code withdraw}.
     *
     * @param what a thing of its kind
     * @param list the command that lists them
     */
    static long of(String text, String what, String list) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new WrongUse("expected the number of " + what + " after 'withdraw', but found '"
                    + Printable.text(text) + "'; '" + list + "' has them");
        }
    }
}
