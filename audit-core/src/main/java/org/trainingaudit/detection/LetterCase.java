package org.trainingaudit.detection;

/** Whether capitals and small letters of a text say anything. */
final class LetterCase {

    /** In longer texts small letters are no carelessness. */
    private static final int SHORT = 60;

    /** In shorter ones capitals alone are. */
    private static final int LONG = 20;

    private LetterCase() {}

    /** Whether it's so short that somebody may not have cared for capitals. */
    static boolean isShort(FoldedText text) {
        return text.length() < SHORT;
    }

    /** Whether a short text has no capitals at all. */
    static boolean isOnlySmall(FoldedText text) {
        if (!isShort(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) != text.lowerAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text of some length has no small letters at all. */
    static boolean isOnlyCapitals(FoldedText text) {
        if (text.length() <= LONG) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.at(i))) {
                return false;
            }
        }
        return true;
    }
}
