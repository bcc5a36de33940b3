package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells in one pass over a text which of many patterns may match somewhere in it: none is missed, though one too many may
 * be told. A finite automaton that is built as texts come, of a limited number of states; safe for many threads.
 */
final class Sieve {

    private static final int MOST_STATES = 6000;
    private static final int CLASSES = 64;

    /** Where the automaton is: nodes that wait for a character, and the patterns that matched on the way there. */
    private static final class State {
        private final BitSet waiting;
        private final long[] matched;
        private final long[] matchedAtEnd;
        private final boolean telling;

        /** By class of character; filled without a lock: a state that another thread can't see yet is found anew. */
        private State[] next = new State[CLASSES];

        State(BitSet waiting, long[] matched, long[] matchedAtEnd) {
            this.waiting = waiting;
            this.matched = matched;
            this.matchedAtEnd = matchedAtEnd;
            for (long word : matched) {
                if (word != 0) {
                    this.telling = true;
                    return;
                }
            }
            this.telling = false;
        }

        void next(int number, State to) {
            if (number >= next.length) {
                next = Arrays.copyOf(next, number + CLASSES);
            }
            next[number] = to;
        }
    }

    private record Key(BitSet waiting, BitSet matched) {}

    private final Alphabet alphabet;
    private final RegexNet.Node[] nodes;
    private final int[] starts;
    private final long[] always;
    private final int patterns;
    private final BitSet[] owned;
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Map<Key, State> states = new HashMap<>();
    private @Nullable volatile State start;

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
        State state = first();
        System.arraycopy(always, 0, passing, 0, passing.length);
        or(passing, state.matched);
        char[] chars = text.chars();
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int number = alphabet.classOf(chars[i]);
            if (number == Alphabet.NONE) {
                all(passing);
                return;
            }
            State[] next = state.next;
            State known = number < next.length ? next[number] : null;
            state = known == null ? step(state, number) : known;
            if (state.telling) {
                or(passing, state.matched);
            }
        }
        or(passing, state.matchedAtEnd);
    }

    private static void or(long[] passing, long[] more) {
        for (int i = 0; i < passing.length; i++) {
            passing[i] |= more[i];
        }
    }

    private void all(long[] passing) {
        for (int i = 0; i < patterns; i++) {
            passing[i >> 6] |= 1L << i;
        }
    }

    private long[] words(BitSet bits) {
        return Arrays.copyOf(bits.toLongArray(), words());
    }

    /** How many patterns could not be read, so that they always pass. */
    int unread() {
        return BitSet.valueOf(always).cardinality();
    }

    /** How many states there are as yet. */
    synchronized int size() {
        return states.size();
    }

    private State first() {
        State known = start;
        return known == null ? begin() : known;
    }

    private synchronized State begin() {
        State made = state(begin(Optional.empty()));
        start = made;
        return made;
    }

    private synchronized State step(State from, int number) {
        Reader reader = readers.computeIfAbsent(number, key -> new Reader(alphabet.setsOf(key)));
        Walk passed = ahead(Optional.of(reader.sets));
        passed.enterAll(from.waiting);
        passed.waiting.and(reader.readers);
        Walk walk = after(Optional.of(reader.sets));
        walk.startFrom(reader.begun);
        walk.matched.or(passed.matched);
        for (int at = passed.waiting.nextSetBit(0); at >= 0; at = passed.waiting.nextSetBit(at + 1)) {
            walk.enter(nodes[at].next());
        }
        State to = state(walk);
        from.next(number, to);
        return to;
    }

    /** All patterns begin anew at each place. */
    private Walk begin(Optional<BitSet> before) {
        Walk walk = after(before);
        for (int node : starts) {
            walk.enter(node);
        }
        return walk;
    }

    /** What all states have in common for the characters of one class. */
    private final class Reader {
        private final BitSet sets;
        private final BitSet readers = new BitSet();
        private final Walk begun;

        Reader(BitSet sets) {
            this.sets = sets;
            for (int i = 0; i < nodes.length; i++) {
                readers.set(i, nodes[i].kind() == RegexNet.Kind.ONE && sets.get(nodes[i].set()));
            }
            begun = begin(Optional.of(sets));
        }
    }

    /** A pattern that has matched needs no more waiting for. */
    private State state(Walk walk) {
        for (int i = walk.matched.nextSetBit(0); i >= 0; i = walk.matched.nextSetBit(i + 1)) {
            walk.waiting.andNot(owned[i]);
        }
        Key key = new Key(walk.waiting, walk.matched);
        State known = states.get(key);
        if (known != null) {
            return known;
        }
        Walk end = ahead(Optional.empty());
        end.enterAll(walk.waiting);
        if (states.size() >= MOST_STATES) {
            states.clear();
            start = null;
        }
        State made = new State(walk.waiting, words(walk.matched), words(end.matched));
        states.put(key, made);
        return made;
    }

    /** Goes through nodes that need no character, to those that do. */
    private final class Walk {
        private final BitSet waiting = new BitSet();
        private final BitSet seen = new BitSet();
        private final BitSet matched = new BitSet();
        private final List<Integer> open = new ArrayList<>();
        private final Optional<BitSet> before;
        private final Optional<BitSet> after;
        private final boolean deciding;

        private Walk(Optional<BitSet> before, Optional<BitSet> after, boolean deciding) {
            this.before = before;
            this.after = after;
            this.deciding = deciding;
        }

        void startFrom(Walk other) {
            waiting.or(other.waiting);
            seen.or(other.seen);
            matched.or(other.matched);
        }

        void enterAll(BitSet some) {
            for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at + 1)) {
                enter(at);
            }
        }

        void enter(int node) {
            open.add(node);
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                if (!seen.get(at)) {
                    seen.set(at);
                    pass(at, nodes[at]);
                }
            }
        }

        private void pass(int at, RegexNet.Node node) {
            switch (node.kind()) {
                case ONE -> waiting.set(at);
                case DONE -> matched.set(node.owner());
                case SPLIT -> {
                    open.add(node.next());
                    open.add(node.other());
                }
                case BEFORE -> passIf(allows(node, before), node);
                case AHEAD -> {
                    waiting.set(at, !deciding);
                    passIf(deciding && allows(node, after), node);
                }
            }
        }

        private void passIf(boolean allowed, RegexNet.Node node) {
            if (allowed) {
                open.add(node.next());
            }
        }

        private boolean allows(RegexNet.Node node, Optional<BitSet> character) {
            if (character.isPresent()) {
                for (int set : node.forbidden()) {
                    if (character.get().get(set)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** After a character of those sets, or at the text's start; what looks ahead waits. */
    private Walk after(Optional<BitSet> character) {
        return new Walk(character, Optional.empty(), false);
    }

    /** With the character to come known, or that none comes: what looked ahead goes on or ends. */
    private Walk ahead(Optional<BitSet> character) {
        return new Walk(Optional.empty(), character, true);
    }
}
