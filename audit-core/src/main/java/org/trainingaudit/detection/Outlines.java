package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Tells which of many patterns may match somewhere in texts of one outline: none is missed, though some too many may be told.
 * The outline of a short ASCII text has one sign for any digit, one for any small letter and one for any capital; most
 * columns have few. Unchangeable; safe for many threads.
 */
final class Outlines {

    /** Longer texts have no outline. */
    static final int LONGEST = 48;

    private static final int SHORTEST_HEX = 4;
    private static final byte HEX = 1;
    private static final byte DIGIT = '0';
    private static final byte SMALL = 'a';
    private static final byte CAPITAL = 'A';
    private static final int IN_HEX = 1;
    private static final int HEX_LETTER = 2;
    private static final int NO_HEX = 4;
    private static final byte[] SIGNS = new byte[128];

    /** Of which kinds a word's characters are, added up; 0 for what parts words. */
    private static final byte[] PARTS = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            SIGNS[c] = digit ? DIGIT : small ? SMALL : capital ? CAPITAL : (byte) c;
            PARTS[c] = (byte) (digit ? IN_HEX : small && c <= 'f' ? HEX_LETTER : small || capital ? NO_HEX : 0);
        }
    }

    private final RegexNet.Node[] nodes;
    private final int[] starts;
    private final int patterns;
    private final BitSet always = new BitSet();

    /** For each sign the sets that have one of its characters, and those that have all of them. */
    private final BitSet[] some = new BitSet[128];

    private final BitSet[] all = new BitSet[128];

    /** Patterns are told by their places in the list; those that could not be read may always match. */
    Outlines(List<Optional<Regex>> regexes, Alphabet alphabet) {
        RegexNet net = new RegexNet();
        patterns = regexes.size();
        for (int i = 0; i < patterns; i++) {
            always.set(i, regexes.get(i).isEmpty() || !net.add(regexes.get(i).get(), i));
        }
        nodes = net.nodes();
        starts = net.starts();
        int sets = Arrays.stream(nodes).mapToInt(RegexNet.Node::set).max().orElse(0) + 1;
        for (char sign = 0; sign < 128; sign++) {
            some[sign] = new BitSet();
            all[sign] = new BitSet();
            all[sign].set(0, sets);
            for (char c : members(sign)) {
                int number = alphabet.classOf(c);
                BitSet its = number == Alphabet.NONE ? new BitSet() : alphabet.setsOf(number);
                all[sign].and(its);
                some[sign].or(its);
                some[sign].set(0, number == Alphabet.NONE ? sets : 0);
            }
        }
    }

    private static char[] members(char sign) {
        return switch (sign) {
            case DIGIT -> "0123456789".toCharArray();
            case SMALL -> "abcdefghijklmnopqrstuvwxyz".toCharArray();
            case CAPITAL -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray();
            case HEX -> "0123456789abcdef".toCharArray();
            default -> new char[] {sign};
        };
    }

    /** How many words of 64 bits the patterns' numbers take. */
    int words() {
        return (patterns + 63) / 64;
    }

    /** Writes the text's outline; false if it has none. The outline is as long as the text. */
    static boolean draw(FoldedText text, byte[] outline) {
        int length = text.length();
        if (!text.isAscii() || length > LONGEST || length == 0) {
            return false;
        }
        char[] chars = text.chars();
        int parts = 0;
        int start = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c == HEX) {
                return false;
            }
            outline[i] = SIGNS[c];
            int part = PARTS[c];
            if (part == 0) {
                hex(outline, start, i, parts);
                parts = 0;
                start = i + 1;
            } else {
                parts |= part;
            }
        }
        hex(outline, start, length, parts);
        return true;
    }

    /** A word of hexadecimal digits, among them letters, gets one sign throughout: else each of them would be different. */
    private static void hex(byte[] outline, int start, int end, int parts) {
        if (end - start >= SHORTEST_HEX && (parts == HEX_LETTER || parts == (HEX_LETTER | IN_HEX))) {
            Arrays.fill(outline, start, end, HEX);
        }
    }

    /** The bits of the patterns that may match somewhere in a text of that outline. */
    long[] possible(byte[] outline, int length) {
        Walk walk = new Walk();
        for (int i = 0; i <= length; i++) {
            walk.pass(i == 0 ? -1 : outline[i - 1], i == length ? -1 : outline[i]);
        }
        return Arrays.copyOf(walk.matched.toLongArray(), words());
    }

    /** Goes over one outline with all patterns at once. */
    private final class Walk {
        private final BitSet matched = (BitSet) always.clone();
        private final int[] open = new int[2 * nodes.length + starts.length + 2];
        private BitSet reached = new BitSet();

        /** Takes all that stand between those two signs over the second one; -1 for an end of the text. */
        void pass(int before, int after) {
            BitSet seen = new BitSet();
            BitSet next = new BitSet();
            for (int start : starts) {
                enter(start, before, after, seen, next);
            }
            for (int node = reached.nextSetBit(0); node >= 0; node = reached.nextSetBit(node + 1)) {
                enter(node, before, after, seen, next);
            }
            reached = next;
        }

        private void enter(int node, int before, int after, BitSet seen, BitSet next) {
            int count = 0;
            open[count++] = node;
            while (count > 0) {
                int at = open[--count];
                RegexNet.Node one = nodes[at];
                if (seen.get(at) || matched.get(one.owner())) {
                    continue;
                }
                seen.set(at);
                switch (one.kind()) {
                    case ONE ->
                        next.set(one.next(), next.get(one.next()) || (after >= 0 && some[after].get(one.set())));
                    case DONE -> matched.set(one.owner());
                    case SPLIT -> {
                        open[count++] = one.next();
                        open[count++] = one.other();
                    }
                    case BEFORE -> count = goOn(one, before, count);
                    case AHEAD -> count = goOn(one, after, count);
                }
            }
        }

        /** Goes on unless every character of the sign is forbidden. */
        private int goOn(RegexNet.Node node, int sign, int count) {
            for (int set : node.forbidden()) {
                if (sign >= 0 && all[sign].get(set)) {
                    return count;
                }
            }
            open[count] = node.next();
            return count + 1;
        }
    }
}
