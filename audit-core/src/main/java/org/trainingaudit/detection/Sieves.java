package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which of many patterns may match somewhere in a text, as a {@link Sieve} does, but with several of them: patterns
 * that need the same of a text share one, which is asked only where the text has that, and one that grows too large is
 * parted in two. Safe for many threads.
 */
final class Sieves {

    /** A sieve with the numbers of its patterns, also as bits. */
    private static final class Group {
        private final int[] patterns;
        private final long[] bits;
        private final Sieve sieve;

        Group(int[] patterns, long[] bits, Sieve sieve) {
            this.patterns = patterns;
            this.bits = bits;
            this.sieve = sieve;
        }
    }

    private static final int MANY_DIGITS = 7;

    /** Longer than nearly all words of prose. */
    private static final int LONG_RUN = 15;

    private final List<Optional<Regex>> regexes;
    private final Candidates candidates;
    private final Alphabet alphabet;

    /** The bits of patterns that match in texts only that have so long a run of letters and digits. */
    private final long[] ofLongRuns;

    /** The bits of patterns whose matches begin with one of some words in ASCII, and all those words. */
    private final long[] ofWords;

    /** No bit at all. */
    private final long[] ofNone;

    private final Set<String> leading = new HashSet<>();

    private volatile Group[] groups;

    /** Patterns are told by their places in the list; those that could not be read always pass. */
    Sieves(List<Optional<Regex>> regexes, Alphabet alphabet) {
        this(regexes, Collections.nCopies(regexes.size(), Needs.NOTHING), alphabet);
    }

    /**
     * Of patterns of which each matters only in texts that have something more.
     *
     * @param more what that is, in the same order
     */
    Sieves(List<Optional<Regex>> regexes, List<Needs> more, Alphabet alphabet) {
        this.regexes = regexes;
        this.alphabet = alphabet;
        List<Needs> needs = new ArrayList<>();
        for (int i = 0; i < regexes.size(); i++) {
            Needs its = regexes.get(i).map(one -> Needs.of(one, alphabet)).orElse(Needs.NOTHING);
            needs.add(its.with(more.get(i)));
        }
        this.candidates = new Candidates(needs);
        this.ofLongRuns = new long[words()];
        for (int i = 0; i < needs.size(); i++) {
            boolean isLong = regexes.get(i).map(one -> Run.of(one, alphabet)).orElse(0) >= LONG_RUN;
            ofLongRuns[i >> 6] |= isLong ? 1L << i : 0;
        }
        this.ofNone = new long[words()];
        this.ofWords = new long[words()];
        for (int i = 0; i < needs.size(); i++) {
            Optional<Set<String>> first = regexes.get(i).flatMap(one -> LeadingWords.of(one, alphabet));
            first.ifPresent(leading::addAll);
            ofWords[i >> 6] |= first.isPresent() ? 1L << i : 0;
        }
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            alike.computeIfAbsent(key(needs.get(i)), key -> new ArrayList<>()).add(i);
        }
        this.groups = alike.values().stream().map(this::group).toArray(Group[]::new);
    }

    /** Patterns that need the same sign go together, others by how many digits they need. */
    private static String key(Needs needs) {
        long rarest = needs.kinds().isEmpty() ? CharKinds.ALL : needs.kinds().get(0);
        if (Long.bitCount(rarest) == 1 && CharKinds.isSign(rarest)) {
            return Long.toHexString(rarest);
        }
        return needs.digits() >= MANY_DIGITS ? "many" : needs.digits() > 0 ? "some" : "none";
    }

    private Group group(List<Integer> some) {
        int[] numbers = some.stream().mapToInt(Integer::intValue).toArray();
        return new Group(
                numbers,
                Candidates.of(numbers, words()),
                new Sieve(some.stream().map(regexes::get).toList(), alphabet));
    }

    /** How many words of 64 bits the patterns' numbers take. */
    int words() {
        return (regexes.size() + 63) / 64;
    }

    /** The runs of letters with which all matches of some patterns begin in texts of ASCII. */
    Set<String> leading() {
        return leading;
    }

    /**
     * Leaves set the bits of the patterns that may match somewhere in the text, and clears all others.
     *
     * @param lead whether some of {@link #leading} may be in the text
     */
    void passing(FoldedText text, boolean lead, long[] passing) {
        candidates.in(text, lead ? ofNone : ofWords, passing);
        if (Candidates.intersect(ofLongRuns, passing) && !Run.isIn(text.chars(), text.length(), LONG_RUN)) {
            without(ofLongRuns, passing);
        }
        for (Group group : groups) {
            if (Candidates.intersect(group.bits, passing)) {
                pass(group, text, passing);
            }
        }
    }

    private static void without(long[] some, long[] passing) {
        for (int word = 0; word < passing.length; word++) {
            passing[word] &= ~some[word];
        }
    }

    private void pass(Group group, FoldedText text, long[] passing) {
        for (int word = 0; word < group.sieve.words(); word++) {
            long held = ~group.sieve.passing(text, word);
            int last = Math.min(64, group.patterns.length - 64 * word);
            for (long bits = last == 64 ? held : held & ((1L << last) - 1); bits != 0; bits &= bits - 1) {
                int number = group.patterns[64 * word + Long.numberOfTrailingZeros(bits)];
                passing[number >> 6] &= ~(1L << number);
            }
        }
        if (group.sieve.isFull() && group.patterns.length > 1) {
            part(group);
        }
    }

    /** The patterns that took most states go into a sieve of their own. */
    private synchronized void part(Group group) {
        List<Group> all = new ArrayList<>(Arrays.asList(groups));
        if (!all.remove(group)) {
            return;
        }
        int[] load = group.sieve.load();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < load.length; i++) {
            order.add(i);
        }
        order.sort(Collections.reverseOrder((one, other) -> Integer.compare(load[one], load[other])));
        List<Integer> heavy = new ArrayList<>();
        List<Integer> light = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            (i < Math.max(1, order.size() / 3) ? heavy : light).add(group.patterns[order.get(i)]);
        }
        all.add(group(heavy));
        all.add(group(light));
        groups = all.toArray(Group[]::new);
    }

    /** How many sieves there are. */
    int size() {
        return groups.length;
    }
}
