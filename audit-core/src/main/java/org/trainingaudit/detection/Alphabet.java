package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sets of characters that some regular expressions name, and the classes into which they part all characters: two
 * characters of one class are in the same sets. Which set has which character is asked of {@link Pattern} itself, once for
 * each character that comes. Safe for many threads once all sets are known.
 */
final class Alphabet {

    /** No class: the character is half of a pair, or there are too many classes. */
    static final int NONE = -1;

    private static final int MOST_CLASSES = 1024;

    private record Name(String regex, int flags) {}

    private final Map<Name, Integer> numbers = new HashMap<>();
    private final List<Pattern> sets = new ArrayList<>();
    private final Map<BitSet, Integer> classes = new HashMap<>();
    /** Copied when it grows, so that reading needs no lock. */
    private volatile BitSet[] members = {};

    /** The class of each character plus 2; 0 where it isn't known yet. */
    private final short[] known = new short[1 << 16];

    /** The number of the set that the regular expression for one character names. */
    int set(String regex, int flags) {
        return numbers.computeIfAbsent(new Name(regex, flags), name -> {
            sets.add(Pattern.compile(regex, flags));
            return sets.size() - 1;
        });
    }

    /** How many sets there are. */
    int sets() {
        return sets.size();
    }

    /** The class of the character, or {@link #NONE}. */
    int classOf(char c) {
        short number = known[c];
        return number == 0 ? learn(c) : number - 2;
    }

    /** The sets that the class's characters are in; not to be changed. */
    BitSet setsOf(int number) {
        return members[number];
    }

    /** The kinds of characters, as {@link CharKinds} has them, that are in the set; perhaps one too many. */
    long kinds(int set) {
        long kinds = isAscii(sets.get(set)) ? 0 : CharKinds.BEYOND_ASCII;
        for (char c = 0; c < 128; c++) {
            kinds |= has(set, c) ? CharKinds.ofAscii(c) : 0;
        }
        return kinds;
    }

    /** Whether it is clear from how the set is written that it has ASCII only. */
    private static boolean isAscii(Pattern set) {
        String regex = set.pattern();
        boolean unicode = (set.flags() & Pattern.UNICODE_CASE) != 0;
        if (regex.startsWith("\\x{")) {
            return !unicode && Integer.parseInt(regex.substring(3, regex.length() - 1), 16) < 0x80;
        }
        boolean plain = regex.chars().allMatch(c -> c < 0x80) && !regex.contains("&&") && regex.indexOf('^') < 0;
        boolean listed = regex.startsWith("[") && regex.indexOf('\\') < 0;
        return !unicode && plain && (listed || regex.equals("\\d"));
    }

    /** Whether the character is in the set. */
    boolean has(int set, char c) {
        int number = classOf(c);
        return number == NONE ? sets.get(set).matcher(String.valueOf(c)).matches() : members[number].get(set);
    }

    private synchronized int learn(char c) {
        int number = Character.isSurrogate(c) ? NONE : number(c);
        known[c] = (short) (number + 2);
        return number;
    }

    private int number(char c) {
        BitSet in = new BitSet();
        String text = String.valueOf(c);
        for (int i = 0; i < sets.size(); i++) {
            in.set(i, sets.get(i).matcher(text).matches());
        }
        Integer seen = classes.get(in);
        int known = members.length;
        if (seen != null || known == MOST_CLASSES) {
            return seen == null ? NONE : seen;
        }
        BitSet[] more = Arrays.copyOf(members, known + 1);
        more[known] = in;
        members = more;
        classes.put(in, known);
        return known;
    }
}
