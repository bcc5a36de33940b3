package org.trainingaudit.detection;

import java.util.Locale;

/** International bank account numbers, written in one piece or in groups. */
final class IbanFinder implements Finder {

    private static final double CHECKED = 0.97;
    private static final int SHORTEST = 15;
    private static final int FEWEST_DIGITS = 8;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public double most(Cell cell) {
        return cell.text().hasLetters() && cell.run().hasDigits(FEWEST_DIGITS) ? CHECKED : 0;
    }

    @Override
    public void find(Cell cell, Teller teller) {
        FoldedText text = cell.text();
        if (most(cell) == 0) {
            return;
        }
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            boolean begins = i == 0 || !Words.isLatinOrDigit(text.at(i - 1));
            if (begins && isCountry(text, i)) {
                tell(cell, i, teller);
            }
        }
    }

    private void tell(Cell cell, int start, Teller teller) {
        int end = end(cell.text(), start);
        if (end > 0 && passes(cell, start, end)) {
            teller.tell(start, end, CHECKED);
        }
    }

    private boolean passes(Cell cell, int start, int end) {
        boolean passes = check(cell.text().text(start, end));
        cell.run().checked(start, end, passes);
        return passes;
    }

    @Override
    public boolean check(String value) {
        return isEven(value) && Iban.isValid(value);
    }

    private static boolean isCountry(FoldedText text, int index) {
        return isDigit(text, index + 2)
                && isDigit(text, index + 3)
                && Words.isLatin(text.at(index))
                && Words.isLatin(text.at(index + 1))
                && Iban.length(text.lowerAt(index), text.lowerAt(index + 1)) > 0;
    }

    /** All letters in the same case, as machines write them. */
    private static boolean isEven(String value) {
        return value.equals(value.toUpperCase(Locale.ROOT)) || value.equals(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(FoldedText text, int index) {
        return text.at(index) >= '0' && text.at(index) <= '9';
    }

    /** After as many letters and digits as the country's numbers have; -1 if the text breaks off or goes on without a gap. */
    private static int end(FoldedText text, int start) {
        int left = Iban.length(text.lowerAt(start), text.lowerAt(start + 1));
        int at = start;
        while (at < text.length() && left > 0) {
            char c = text.at(at);
            if (Words.isLatinOrDigit(c)) {
                left--;
            } else if ((c != ' ' && c != '-') || !Words.isLatinOrDigit(text.at(at - 1))) {
                return -1;
            }
            at++;
        }
        boolean goesOn = at < text.length() && Words.isLatinOrDigit(text.at(at));
        return left > 0 || goesOn ? -1 : at;
    }
}
