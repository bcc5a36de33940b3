package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells in one pass over a text which of many patterns may match somewhere in it: none is missed, though one too many may
 * be told. A finite automaton that is built as texts come, of a limited number of states; safe for many threads.
 */
final class Sieve {

    private static final int MOST_STATES = 6000;
    private static final int PAGE = 32;

    /** Where the automaton is: nodes that wait for a character, and the patterns that matched on the way there. */
    private static final class State {
        private final BitSet waiting;
        private final BitSet matched;
        private final BitSet matchedAtEnd;
        private final boolean telling;

        /** By class of character; filled without a lock: a state that another thread can't see yet is found anew. */
        private final State[][] next = new State[1024 / PAGE][];

        State(BitSet waiting, BitSet matched, BitSet matchedAtEnd) {
            this.waiting = waiting;
            this.matched = matched;
            this.matchedAtEnd = matchedAtEnd;
            this.telling = !matched.isEmpty();
        }
    }

    private record Key(BitSet waiting, BitSet matched) {}

    private final Alphabet alphabet = new Alphabet();
    private final RegexNet.Node[] nodes;
    private final int[] starts;
    private final BitSet always = new BitSet();
    private final BitSet all = new BitSet();
    private final BitSet[] owned;
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Map<Key, State> states = new HashMap<>();
    private volatile State start;

    /** Patterns are told by their places in the list. */
    Sieve(List<Pattern> patterns) {
        RegexNet net = new RegexNet();
        all.set(0, patterns.size());
        for (int i = 0; i < patterns.size(); i++) {
            Optional<Regex> regex = RegexReader.read(patterns.get(i), alphabet);
            always.set(i, regex.isEmpty() || !net.add(regex.get(), i));
        }
        nodes = net.nodes();
        starts = net.starts();
        owned = new BitSet[patterns.size()];
        for (int i = 0; i < owned.length; i++) {
            owned[i] = new BitSet();
        }
        for (int i = 0; i < nodes.length; i++) {
            owned[nodes[i].owner()].set(i);
        }
        start = first();
    }

    /** The patterns that may match somewhere in the text; not to be changed. */
    BitSet passing(String text) {
        State state = start;
        BitSet passing = (BitSet) always.clone();
        passing.or(state.matched);
        for (int i = 0; i < text.length(); i++) {
            int number = alphabet.classOf(text.charAt(i));
            if (number == Alphabet.NONE) {
                return all;
            }
            State[] page = state.next[number / PAGE];
            State known = page == null ? null : page[number % PAGE];
            state = known == null ? step(state, number) : known;
            if (state.telling) {
                passing.or(state.matched);
            }
        }
        passing.or(state.matchedAtEnd);
        return passing;
    }

    /** How many patterns could not be read, so that they always pass. */
    int unread() {
        return always.cardinality();
    }

    private synchronized State first() {
        return state(begin(Optional.empty()));
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
        State[] page = from.next[number / PAGE];
        if (page == null) {
            page = new State[PAGE];
            from.next[number / PAGE] = page;
        }
        page[number % PAGE] = to;
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
            start = first();
        }
        State made = new State(walk.waiting, walk.matched, end.matched);
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
