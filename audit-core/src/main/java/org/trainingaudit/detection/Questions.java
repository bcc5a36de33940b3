package org.trainingaudit.detection;

import java.util.Arrays;

/**
 * Writes down what detectors ask of a text: which characters stand where, as far as its outline and earlier answers don't tell
 * already, and which values pass which checks. For one thread.
 */
final class Questions {

    /** In place of the number of a shape whose check is asked. */
    static final int OF_CHARACTER = -1;

    static final int OF_TOGETHER = -2;

    static final int OF_DIGITS = -3;

    private static final int MOST = 128;

    /** The same of texts whose outline doesn't tell digits from letters. */
    private static final int MOST_OF_MIXED = 12;

    private final long[] lows = new long[Outlines.LONGEST];
    private final long[] highs = new long[Outlines.LONGEST];
    private int[] places = new int[32];
    private int[] checks = new int[32];
    private long[] askedLows = new long[32];
    private long[] askedHighs = new long[32];
    private boolean[] answers = new boolean[32];
    private int count;
    private boolean lost;
    private int shape;

    /** Whether the outline doesn't tell digits from letters. */
    private boolean mixed;

    /** Whether all but the digits is known, also of what isn't ASCII. */
    private boolean onlyDigits;

    private int togetherFrom;
    private int togetherTo;

    /** Begins with a text of that outline. */
    void begin(char[] outline, int length) {
        count = 0;
        lost = false;
        mixed = false;
        onlyDigits = false;
        togetherFrom = 0;
        togetherTo = Integer.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            mixed |= outline[i] == OutlineSigns.HEX;
            lows[i] = OutlineSigns.low(outline[i]);
            highs[i] = OutlineSigns.high(outline[i]);
        }
    }

    /** Begins with a text of which all but the digits is known. */
    void beginDigits(FoldedText text) {
        count = 0;
        lost = false;
        mixed = false;
        onlyDigits = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            boolean digit = c >= '0' && c <= '9';
            lows[i] = digit ? OutlineSigns.low('0') : c < 64 ? 1L << c : 0;
            highs[i] = c >= 64 && c < 128 ? 1L << c : 0;
        }
    }

    /**
     * Whether the character there, which is {@code c}, is in a set was asked; of what isn't ASCII the outline tells that.
     *
     * @param low the set's members from 0 to 63, one bit each
     * @param high its members from 64 to 127
     */
    void ask(int place, char c, long low, long high) {
        if (c >= 128) {
            return;
        }
        long bothLow = lows[place] & low;
        long bothHigh = highs[place] & high;
        if (bothLow == lows[place] && bothHigh == highs[place]) {
            return;
        }
        if ((bothLow | bothHigh) == 0) {
            return;
        }
        boolean in = (((c < 64 ? low : high) >>> c) & 1) != 0;
        lows[place] = in ? bothLow : lows[place] & ~low;
        highs[place] = in ? bothHigh : highs[place] & ~high;
        write(place, OF_CHARACTER, low, high, in);
    }

    /** Which character stands there was asked. */
    void askWhich(int place, char c) {
        if (c >= 128) {
            lost |= !onlyDigits;
        } else {
            ask(place, c, c < 64 ? 1L << c : 0, c < 64 ? 0 : 1L << c);
        }
    }

    /** Whether the character there, which is {@code c}, is the one that is known from another place was asked. */
    void askSame(char known, int place, char c, boolean anyCase) {
        if (known >= 128 && c >= 128) {
            lost |= !onlyDigits;
        } else if (known < 128) {
            boolean small = anyCase && known >= 'a' && known <= 'z';
            boolean capital = anyCase && known >= 'A' && known <= 'Z';
            long high = known < 64 ? 0 : 1L << known;
            high |= small ? 1L << (known - 32) : capital ? 1L << (known + 32) : 0;
            ask(place, c, known < 64 ? 1L << known : 0, high);
        }
    }

    /** Whether the character there, whatever its case, is one of some was asked. */
    void askAny(int place, char c, String some) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < some.length(); i++) {
            char one = some.charAt(i);
            low |= one < 64 ? 1L << one : 0;
            high |= one >= 64 && one < 128 ? 1L << one : 0;
            high |= one >= 'a' && one <= 'z' ? 1L << Character.toUpperCase(one) : 0;
        }
        lost |= c >= 128 && !onlyDigits && (c <= Outlines.LAST_ACCENTED || !Outlines.isTold(some));
        ask(place, c, low, high);
    }

    private void write(int place, int check, long low, long high, boolean in) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            checks = Arrays.copyOf(checks, 2 * count);
            askedLows = Arrays.copyOf(askedLows, 2 * count);
            askedHighs = Arrays.copyOf(askedHighs, 2 * count);
            answers = Arrays.copyOf(answers, 2 * count);
        }
        places[count] = place;
        checks[count] = check;
        askedLows[count] = low;
        askedHighs[count] = high;
        answers[count++] = in;
    }

    /** What is asked from now on is asked by the shape or by the code of that number. */
    void by(int number) {
        shape = number;
    }

    /** Whether the value there passes the shape's check was asked. */
    void askCheck(int start, int end, boolean passes) {
        write(start | (end << 16), shape, 0, 0, passes);
    }

    /** Whether so many digits stand together was asked. */
    void askTogether(int digits, boolean there) {
        if (mixed && !(there && digits <= togetherFrom) && !(!there && digits >= togetherTo)) {
            togetherFrom = there ? Math.max(togetherFrom, digits) : togetherFrom;
            togetherTo = there ? togetherTo : Math.min(togetherTo, digits);
            write(digits, OF_TOGETHER, 0, 0, there);
        }
    }

    /** Whether so many digits stand in all of the text was asked. */
    void askDigits(int digits, boolean there) {
        if (mixed) {
            write(digits, OF_DIGITS, 0, 0, there);
        }
    }

    /** Where the value begins of which a check was asked. */
    static int start(int place) {
        return place & 0xFFFF;
    }

    /** Where it ends. */
    static int end(int place) {
        return place >>> 16;
    }

    /** Something was asked that can't be written down. */
    void lose() {
        lost = true;
    }

    /** Whether something was asked that can't be written down. */
    boolean isLost() {
        return lost;
    }

    /** Whether so much was asked that hardly another text will answer alike. */
    boolean isTooMany() {
        return count > (mixed ? MOST_OF_MIXED : MOST);
    }

    int count() {
        return count;
    }

    int place(int question) {
        return places[question];
    }

    /** The shape whose check was asked, or what else was. */
    int check(int question) {
        return checks[question];
    }

    long low(int question) {
        return askedLows[question];
    }

    long high(int question) {
        return askedHighs[question];
    }

    boolean answer(int question) {
        return answers[question];
    }
}
