package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which of many patterns may match somewhere in texts of one outline: none is missed, though some too many may be told.
 * The outline of a short text has one sign for any digit, one for any small letter and one for any capital of ASCII, and of
 * other characters one for each class of the patterns' alphabet; most columns have few. Unchangeable; safe for many threads.
 */
final class Outlines {

    /** Longer texts have no outline. */
    static final int LONGEST = 64;

    /** Up to here a letter in lower case may be one of ASCII. */
    static final char LAST_ACCENTED = 0x24F;

    /** Of so many outlines it is remembered. */
    private static final int MOST_KNOWN = 8192;

    private final RegexNet.Node[] nodes;
    private final int[] starts;
    private final int patterns;
    private final BitSet always = new BitSet();

    /** For each sign the sets that have one of its characters, and those that have all of them. */
    private final BitSet[] some = new BitSet[OutlineSigns.ASCII];

    private final BitSet[] whole = new BitSet[OutlineSigns.ASCII];
    private final Alphabet alphabet;
    private final Map<String, long[]> known = new ConcurrentHashMap<>();

    /** Patterns are told by their places in the list; those that could not be read may always match. */
    Outlines(List<Optional<Regex>> regexes, Alphabet alphabet) {
        this.alphabet = alphabet;
        RegexNet net = new RegexNet();
        patterns = regexes.size();
        for (int i = 0; i < patterns; i++) {
            always.set(i, regexes.get(i).isEmpty() || !net.add(regexes.get(i).get(), i));
        }
        nodes = net.nodes();
        starts = net.starts();
        int sets = alphabet.sets();
        for (char sign = 0; sign < OutlineSigns.ASCII; sign++) {
            some[sign] = new BitSet();
            whole[sign] = new BitSet();
            whole[sign].set(0, sets);
            for (char c : OutlineSigns.members(sign)) {
                int number = alphabet.classOf(c);
                BitSet its = number == Alphabet.NONE ? new BitSet() : alphabet.setsOf(number);
                whole[sign].and(its);
                some[sign].or(its);
                some[sign].set(0, number == Alphabet.NONE ? sets : 0);
            }
        }
    }

    /** An alphabet whose classes also part what outlines are asked about besides patterns: letters, digits, accents. */
    static Alphabet alphabet() {
        Alphabet alphabet = new Alphabet();
        alphabet.set("[\\p{L}\\p{Nd}]", 0);
        ValueKind.askedBeyondAscii().forEach(set -> alphabet.set(set, 0));
        alphabet.set("[\\x{80}-\\x{%x}]".formatted((int) LAST_ACCENTED), 0);
        return alphabet;
    }

    /** Whether the classes of {@link #alphabet} tell if a character beyond ASCII, accents apart, is one of these. */
    static boolean isTold(String some) {
        return some.chars().allMatch(c -> c < OutlineSigns.ASCII)
                || ValueKind.askedBeyondAscii().contains(some);
    }

    /** How many words of 64 bits the patterns' numbers take. */
    private int words() {
        return (patterns + 63) / 64;
    }

    /** The bits of all patterns. */
    long[] all() {
        BitSet bits = new BitSet();
        bits.set(0, patterns);
        return Arrays.copyOf(bits.toLongArray(), words());
    }

    static boolean has(long[] bits, int pattern) {
        return ((bits[pattern >> 6] >>> pattern) & 1) != 0;
    }

    /** Writes the text's outline; false if it has none. The outline is as long as the text. */
    boolean draw(FoldedText text, char[] outline) {
        int length = text.length();
        if (length > LONGEST || length == 0) {
            return false;
        }
        char[] chars = text.chars();
        int parts = 0;
        int start = 0;
        boolean beyond = false;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            int part = 0;
            if (c < OutlineSigns.ASCII) {
                outline[i] = OutlineSigns.of(c);
                part = OutlineSigns.part(c);
            } else {
                outline[i] = (char) (OutlineSigns.ASCII + alphabet.classOf(c));
                beyond = true;
            }
            if (outline[i] == OutlineSigns.HEX || outline[i] == OutlineSigns.ASCII + Alphabet.NONE) {
                return false;
            }
            if (part == 0) {
                OutlineSigns.hex(outline, start, i, parts);
                parts = 0;
                start = i + 1;
            } else {
                parts |= part;
            }
        }
        OutlineSigns.hex(outline, start, length, parts);
        return text.isAscii() || beyond;
    }

    /** Writes the outline of all texts that differ from this one in digits alone; false if it has none. */
    boolean drawDigits(FoldedText text, char[] outline) {
        int length = text.length();
        for (int i = 0; i < length && length <= LONGEST; i++) {
            char c = text.at(i);
            boolean digit = c >= '0' && c <= '9';
            outline[i] = digit ? OutlineSigns.DIGIT : (char) (OutlineSigns.ASCII + alphabet.classOf(c));
            if (outline[i] == OutlineSigns.ASCII + Alphabet.NONE) {
                return false;
            }
        }
        return length <= LONGEST;
    }

    /** The bits of the patterns that may match somewhere in a text of that outline; not to be changed. */
    long[] possible(char[] outline, int length) {
        String key = new String(outline, 0, length);
        long[] seen = known.get(key);
        if (seen == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            seen = walked(outline, length);
            known.put(key, seen);
        }
        return seen;
    }

    private long[] walked(char[] outline, int length) {
        Walk walk = new Walk(outline, length);
        for (int i = 0; i <= length; i++) {
            walk.pass(i);
        }
        return Arrays.copyOf(walk.matched.toLongArray(), words());
    }

    private BitSet some(int sign) {
        return sign < OutlineSigns.ASCII ? some[sign] : alphabet.setsOf(sign - OutlineSigns.ASCII);
    }

    private BitSet whole(int sign) {
        return sign < OutlineSigns.ASCII ? whole[sign] : alphabet.setsOf(sign - OutlineSigns.ASCII);
    }

    /** Goes over one outline with all patterns at once. */
    private final class Walk {
        private final BitSet matched = (BitSet) always.clone();
        private final int[] open = new int[2 * nodes.length + starts.length + 2];
        private BitSet reached = new BitSet();

        private final char[] outline;
        private final int length;

        Walk(char[] outline, int length) {
            this.outline = outline;
            this.length = length;
        }

        /** Takes all that stand before the sign of that place over it. */
        void pass(int place) {
            BitSet seen = new BitSet();
            BitSet next = new BitSet();
            for (int start : starts) {
                enter(start, place, seen, next);
            }
            for (int node = reached.nextSetBit(0); node >= 0; node = reached.nextSetBit(node + 1)) {
                enter(node, place, seen, next);
            }
            reached = next;
        }

        private void enter(int node, int place, BitSet seen, BitSet next) {
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
                        next.set(
                                one.next(),
                                next.get(one.next())
                                        || (place < length
                                                && some(outline[place]).get(one.set())));
                    case DONE -> matched.set(one.owner());
                    case SPLIT -> {
                        open[count++] = one.next();
                        open[count++] = one.other();
                    }
                    case BEFORE, AHEAD -> {
                        open[count] = one.next();
                        count += isForbidden(one, place) ? 0 : 1;
                    }
                }
            }
        }

        /** Whether every text of the outline has there what must not stand there. */
        private boolean isForbidden(RegexNet.Node node, int place) {
            boolean ahead = node.kind() == RegexNet.Kind.AHEAD;
            for (int set : node.forbidden()) {
                if (has(ahead ? place : place - 1, set)) {
                    return true;
                }
            }
            for (List<Integer> run : node.forbiddenRuns()) {
                int from = ahead ? place : place - run.size();
                int same = 0;
                while (same < run.size() && has(from + same, run.get(same))) {
                    same++;
                }
                if (same == run.size()) {
                    return true;
                }
            }
            return false;
        }

        private boolean has(int place, int set) {
            return place >= 0 && place < length && whole(outline[place]).get(set);
        }
    }
}
