package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;

/** All detectors of a configuration. Unchangeable; one instance serves many threads. */
public final class Detectors {

    /** Below this a find in a text isn't told. */
    private static final double SURE_ENOUGH = 0.5;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::confidence)
            .reversed()
            .thenComparingInt(Match::label)
            .thenComparing(Match::length, Comparator.reverseOrder())
            .thenComparingInt(Match::start)
            .thenComparing(Match::detector);

    private final SortedMap<String, Known> known;
    private final List<Detector> detectors;
    private final Sieve sieve;
    private final Vocabulary vocabulary;
    private final Phrases phrases;
    private final HeaderWords headerWords;
    private final String version;

    /** What is known of each detector, also of those that have names alone. */
    record Known(
            String id,
            String category,
            String version,
            Optional<String> like,
            boolean ofPeople,
            Set<ValueKind> unlike) {}

    Detectors(
            Map<String, Known> known,
            List<Detector> detectors,
            Sieve sieve,
            Vocabulary vocabulary,
            Phrases phrases,
            HeaderWords headerWords,
            String words) {
        this.known = new TreeMap<>(known);
        this.detectors = List.copyOf(detectors);
        this.sieve = sieve;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.headerWords = headerWords;
        this.version = hash(this.known, words);
    }

    /**
     * The detectors that need code, and those that the files under {@code detectors/} describe. What is wrong in a file
     * becomes a fault, and the detector is left out.
     */
    public static Detectors load(ConfigFiles files, Taxonomy taxonomy, Faults faults) {
        return new DetectorLoader(taxonomy, faults).load(files);
    }

    /** What was found in a text, from left to right, without overlaps: where two finds overlap the surer one is told. */
    public List<Span> find(String text) {
        FoldedText folded = Folding.fold(text);
        return matches(folded, Set.of()).stream()
                .filter(match -> match.confidence() >= SURE_ENOUGH)
                .map(match -> span(folded, match))
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /** 16 hex digits that differ whenever a detector's code or words differ. */
    public String version() {
        return version;
    }

    /** The ids of all detectors, sorted. */
    public Set<String> ids() {
        return known.keySet();
    }

    private static Span span(FoldedText folded, Match match) {
        return new Span(
                folded.originalStart(match.start()),
                folded.originalEnd(match.end()),
                match.category(),
                match.detector(),
                match.confidence());
    }

    /** All finds, also unsure ones, without overlaps. */
    List<Match> matches(FoldedText text, Set<String> announced) {
        if (text.length() == 0) {
            return List.of();
        }
        Cell cell = new Cell(text, phrases, announced, sieve.passing(text.text()));
        List<Match> found = new ArrayList<>();
        detectors.forEach(detector -> detector.find(cell, found::add));
        vocabulary.find(cell, found::add);
        return withoutOverlaps(found);
    }

    private static List<Match> withoutOverlaps(List<Match> found) {
        if (found.size() < 2) {
            return found;
        }
        found.sort(BEST_FIRST);
        NavigableMap<Integer, Match> kept = new TreeMap<>();
        for (Match match : found) {
            Map.Entry<Integer, Match> before = kept.lowerEntry(match.end());
            if (before == null || !match.overlaps(before.getValue())) {
                kept.put(match.start(), match);
            }
        }
        return List.copyOf(kept.values());
    }

    /** Terms in a column's name. */
    List<Match> terms(FoldedText name) {
        List<Match> found = new ArrayList<>();
        vocabulary.find(new Cell(name, phrases, Set.of(), new BitSet()), found::add);
        return found;
    }

    Phrases phrases() {
        return phrases;
    }

    HeaderWords headerWords() {
        return headerWords;
    }

    Known known(String detector) {
        return Optional.ofNullable(known.get(detector))
                .orElseThrow(() -> new IllegalStateException("no detector has the id " + detector));
    }

    private static String hash(SortedMap<String, Known> known, String words) {
        StringBuilder text = new StringBuilder(words);
        known.forEach(
                (id, one) -> text.append(id).append(' ').append(one.version).append('\n'));
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
