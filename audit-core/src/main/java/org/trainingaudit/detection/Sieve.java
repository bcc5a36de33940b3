package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells in one pass over a text which of many patterns may match somewhere in it: none is missed, though one too many may
 * be told. A finite automaton that is built as texts come, of a limited number of states; safe for many threads.
 */
final class Sieve {

    private static final int MOST_STATES = 3000;
    private static final int START = 1;
    private static final int FEW_STATES = 32;
    private static final int FEW_CLASSES_SHIFT = 6;

    /** An entry and the table that it's an entry of. */
    private record Step(SieveTable table, int entry) {}

    private record Key(BitSet waiting, BitSet matched) {}

    private final Alphabet alphabet;
    private final RegexNet.Node[] nodes;
    private final int[] starts;
    private final long[] always;
    private final int patterns;
    private final BitSet[] owned;
    private final int[] load;
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Map<Key, SieveState> states = new HashMap<>();
    /** What readers see. */
    private volatile SieveTable table = SieveTable.empty(0, FEW_CLASSES_SHIFT);

    /** The same, or what it is about to become. */
    private SieveTable draft = table;

    private volatile boolean full;

    /** Patterns are told by their places in the list; those that could not be read always pass. */
    Sieve(List<Optional<Regex>> patterns, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.patterns = patterns.size();
        RegexNet net = new RegexNet();
        BitSet unread = new BitSet();
        for (int i = 0; i < patterns.size(); i++) {
            unread.set(i, patterns.get(i).isEmpty() || !net.add(patterns.get(i).get(), i));
        }
        always = words(unread);
        nodes = net.nodes();
        starts = net.starts();
        load = new int[patterns.size()];
        owned = new BitSet[patterns.size()];
        for (int i = 0; i < owned.length; i++) {
            owned[i] = new BitSet();
        }
        for (int i = 0; i < nodes.length; i++) {
            owned[nodes[i].owner()].set(i);
        }
    }

    /** For patterns that nobody else shares an alphabet with. */
    static Sieve of(List<Pattern> patterns) {
        Alphabet alphabet = new Alphabet();
        return new Sieve(
                patterns.stream()
                        .map(pattern -> RegexReader.read(pattern, alphabet).map(RegexReader.Reading::regex))
                        .toList(),
                alphabet);
    }

    /** How many words of 64 bits the patterns' numbers take. */
    int words() {
        return (patterns + 63) / 64;
    }

    /** Sets the bits of the patterns that may match somewhere in the text, and clears all others. */
    void passing(FoldedText text, long[] passing) {
        for (int word = 0; word < passing.length; word++) {
            passing[word] = passing(text, word);
        }
    }

    /** The patterns from 64 times the word on that may match somewhere in the text, one bit each. */
    long passing(FoldedText text, int word) {
        SieveTable known = table.states.length == 0 ? begin() : table;
        int entry = START;
        long passing = always[word] | known.state(entry).matched[word];
        char[] chars = text.chars();
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int number = alphabet.classOf(chars[i]);
            if (number == Alphabet.NONE) {
                return all(word);
            }
            int next = number >> known.shift == 0 ? known.next(entry, number) : 0;
            if (next == 0) {
                Step step = step(known.state(entry), number);
                next = step.entry;
                known = step.table;
            }
            entry = next & ~SieveTable.TELLS;
            if (entry != next) {
                passing |= known.state(entry).matched[word];
            }
        }
        return passing | known.state(entry).matchedAtEnd[word];
    }

    private long all(int word) {
        int left = patterns - 64 * word;
        return left >= 64 ? -1 : (1L << left) - 1;
    }

    private long[] words(BitSet bits) {
        return Arrays.copyOf(bits.toLongArray(), words());
    }

    /** How many patterns could not be read, so that they always pass. */
    int unread() {
        return BitSet.valueOf(always).cardinality();
    }

    /** Whether it has run out of states before: its patterns had better be parted. */
    boolean isFull() {
        return full;
    }

    /** For each pattern, in how many different ways it stood in the states when they ran out. */
    synchronized int[] load() {
        return load.clone();
    }

    private void countLoad() {
        for (int i = 0; i < patterns; i++) {
            Set<BitSet> ways = new HashSet<>();
            for (Key key : states.keySet()) {
                BitSet its = (BitSet) key.waiting.clone();
                its.and(owned[i]);
                ways.add(its);
            }
            load[i] = ways.size();
        }
    }

    /** How many states there are as yet. */
    synchronized int size() {
        return states.size();
    }

    private synchronized SieveTable begin() {
        if (states.isEmpty()) {
            empty();
            table = draft;
        }
        return table;
    }

    private synchronized Step step(SieveState from, int number) {
        Reader reader = readers.computeIfAbsent(number, key -> new Reader(alphabet.setsOf(key)));
        RegexWalk passed = RegexWalk.ahead(nodes, Optional.of(reader.sets));
        passed.enterAll(from.waiting);
        passed.waiting.and(reader.readers);
        RegexWalk walk = RegexWalk.after(nodes, Optional.of(reader.sets));
        walk.startFrom(reader.begun);
        walk.matched.or(passed.matched);
        for (int at = passed.waiting.nextSetBit(0); at >= 0; at = passed.waiting.nextSetBit(at + 1)) {
            walk.enter(nodes[at].next());
        }
        SieveState to = state(walk);
        int entry = (to.number + 1) | (to.tells() ? SieveTable.TELLS : 0);
        enter(from, number, entry);
        table = draft;
        return new Step(draft, entry);
    }

    private void enter(SieveState from, int number, int entry) {
        int shift = draft.shift;
        while (number >> shift != 0) {
            shift++;
        }
        if (shift != draft.shift) {
            draft = draft.resized(draft.states.length, shift);
        }
        if (from.number < states.size() && draft.states[from.number] == from) {
            draft.enter(from, number, entry);
        }
    }

    /** All patterns begin anew at each place. */
    private RegexWalk begin(Optional<BitSet> before) {
        RegexWalk walk = RegexWalk.after(nodes, before);
        for (int node : starts) {
            walk.enter(node);
        }
        return walk;
    }

    /** What all states have in common for the characters of one class. */
    private final class Reader {
        private final BitSet sets;
        private final BitSet readers = new BitSet();
        private final RegexWalk begun;

        Reader(BitSet sets) {
            this.sets = sets;
            for (int i = 0; i < nodes.length; i++) {
                readers.set(i, nodes[i].kind() == RegexNet.Kind.ONE && sets.get(nodes[i].set()));
            }
            begun = begin(Optional.of(sets));
        }
    }

    /** A pattern that has matched needs no more waiting for. */
    private SieveState state(RegexWalk walk) {
        for (int i = walk.matched.nextSetBit(0); i >= 0; i = walk.matched.nextSetBit(i + 1)) {
            walk.waiting.andNot(owned[i]);
        }
        Key key = new Key(walk.waiting, walk.matched);
        SieveState known = states.get(key);
        if (known != null) {
            return known;
        }
        RegexWalk end = RegexWalk.ahead(nodes, Optional.empty());
        end.enterAll(walk.waiting);
        if (states.size() >= MOST_STATES) {
            startAnew();
        } else if (states.size() == draft.states.length) {
            draft = draft.resized(2 * states.size(), draft.shift);
        }
        SieveState made = new SieveState(states.size(), walk.waiting, words(walk.matched), words(end.matched));
        draft.states[made.number] = made;
        states.put(key, made);
        return made;
    }

    private void startAnew() {
        countLoad();
        full = true;
        states.clear();
        empty();
    }

    private void empty() {
        draft = SieveTable.empty(FEW_STATES, draft.shift);
        state(begin(Optional.empty()));
    }
}
