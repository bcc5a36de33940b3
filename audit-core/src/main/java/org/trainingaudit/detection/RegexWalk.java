package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Goes through nodes of a net that need no character, to those that do. */
final class RegexWalk {

    private final RegexNet.Node[] nodes;

    /** Nodes that wait for a character, and patterns that matched on the way to them. */
    final BitSet waiting = new BitSet();

    final BitSet matched = new BitSet();
    private final BitSet seen = new BitSet();
    private final List<Integer> open = new ArrayList<>();
    private final Optional<BitSet> before;
    private final Optional<BitSet> after;
    private final boolean deciding;

    private RegexWalk(RegexNet.Node[] nodes, Optional<BitSet> before, Optional<BitSet> after, boolean deciding) {
        this.nodes = nodes;
        this.before = before;
        this.after = after;
        this.deciding = deciding;
    }

    /** After a character of those sets, or at the text's start; what looks ahead waits. */
    static RegexWalk after(RegexNet.Node[] nodes, Optional<BitSet> character) {
        return new RegexWalk(nodes, character, Optional.empty(), false);
    }

    /** With the character to come known, or that none comes: what looked ahead goes on or ends. */
    static RegexWalk ahead(RegexNet.Node[] nodes, Optional<BitSet> character) {
        return new RegexWalk(nodes, Optional.empty(), character, true);
    }

    void startFrom(RegexWalk other) {
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
