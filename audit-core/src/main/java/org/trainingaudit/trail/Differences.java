package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the entries of a log and the leaf hashes in its tiles don't fit each other. */
final class Differences {

    /** Entries that do not fit their leaf hashes, or lengths that do not fit the file. */
    record Difference(String bundle, String tile, long from, long to, String why, boolean inBundle) {}

    private final List<Difference> all = new ArrayList<>();

    /** Takes a bundle beside its tile; neighbouring differences become one. Where the file is out of joint, that says it all. */
    void compare(EntryBundle bundle, long index, List<Optional<Hash>> computed, List<Hash> stored) {
        long first = index * TilePath.FULL;
        String tile = TilePath.hashes(0, index, computed.size()).path();
        List<Integer> wrong = wrong(bundle.count(), computed, stored);
        if (bundle.fault().isPresent()) {
            int at = wrong.isEmpty() ? Math.min(bundle.count(), computed.size() - 1) : wrong.get(0);
            String why = bundle.fault().get();
            all.add(new Difference(bundle.path(), tile, first + at, first + computed.size() - 1, why, true));
            return;
        }
        for (int i = 0, from = 0; i < wrong.size(); i++) {
            boolean last = i + 1 == wrong.size() || wrong.get(i + 1) != wrong.get(i) + 1;
            if (last) {
                int begin = wrong.get(from);
                String why =
                        "its leaf hash is " + computed.get(begin).orElseThrow() + ", expected " + stored.get(begin);
                all.add(new Difference(bundle.path(), tile, first + begin, first + wrong.get(i), why, false));
                from = i + 1;
            }
        }
    }

    private static List<Integer> wrong(int count, List<Optional<Hash>> computed, List<Hash> stored) {
        List<Integer> wrong = new ArrayList<>();
        for (int at = 0; at < Math.min(count, stored.size()); at++) {
            if (!stored.get(at).equals(computed.get(at).orElseThrow())) {
                wrong.add(at);
            }
        }
        return wrong;
    }

    /** All of them, in the order of the log. */
    List<Difference> all() {
        return all;
    }
}
