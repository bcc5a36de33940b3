package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which of several finds in a text stand: where two overlap, the surer one. */
final class Overlaps {

    private static final int FEW = 12;

    private Overlaps() {}

    /** The finds that stand, the surest first; the list that is given is sorted. */
    static List<Match> without(List<Match> found) {
        found.sort(Overlaps::bestFirst);
        return found.size() <= FEW ? ofFew(found) : ofMany(found);
    }

    private static List<Match> ofFew(List<Match> found) {
        List<Match> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            if (!overlapsAny(found.get(i), kept)) {
                kept.add(found.get(i));
            }
        }
        return kept;
    }

    private static boolean overlapsAny(Match match, List<Match> kept) {
        for (int i = 0; i < kept.size(); i++) {
            if (match.overlaps(kept.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<Match> ofMany(List<Match> found) {
        NavigableMap<Integer, Match> kept = new TreeMap<>();
        for (Match match : found) {
            Map.Entry<Integer, Match> before = kept.lowerEntry(match.end());
            if (before == null || !match.overlaps(before.getValue())) {
                kept.put(match.start(), match);
            }
        }
        return List.copyOf(kept.values());
    }

    private static int bestFirst(Match one, Match other) {
        int by = Double.compare(other.confidence(), one.confidence());
        by = by != 0 ? by : Integer.compare(one.label(), other.label());
        by = by != 0 ? by : Integer.compare(other.length(), one.length());
        by = by != 0 ? by : Integer.compare(one.start(), other.start());
        return by != 0 ? by : one.detector().compareTo(other.detector());
    }
}
