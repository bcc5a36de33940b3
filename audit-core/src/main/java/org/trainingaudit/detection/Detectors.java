package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    private static final BitSet NOTHING_ANNOUNCED = new BitSet();

    /** Making them is the most of what a start or a reload costs, and they can't change. */
    private static volatile Optional<Made> last = Optional.empty();

    private record Made(String of, Detectors detectors) {}

    private final SortedMap<String, Known> known;
    private final CellReader.Engine engine;
    private final HeaderWords headerWords;
    private final List<CodeBook> codeBooks;
    private final String version;
    private final List<String> blind;

    Detectors(
            Map<String, Known> known,
            CellReader.Engine engine,
            HeaderWords headerWords,
            List<CodeBook> codeBooks,
            String words,
            Map<String, SelfTest.Fixture> fixtures) {
        this.known = new TreeMap<>(known);
        this.engine = engine;
        this.headerWords = headerWords;
        this.codeBooks = codeBooks;
        this.version = hash(this.known, words);
        this.blind = SelfTest.blind(this, fixtures);
    }

    /**
     * The detectors that need code, and those that the files under {@code detectors/} describe. What is wrong in a file
     * becomes a fault, and the detector is left out. Where all is as it was when a process last loaded them, they are the same.
     */
    public static Detectors load(ConfigFiles files, Taxonomy taxonomy, Faults faults) {
        String of = DetectorLoader.identity(files, taxonomy);
        return last.filter(made -> made.of.equals(of))
                .map(Made::detectors)
                .orElseGet(() -> make(of, files, taxonomy, faults));
    }

    private static Detectors make(String of, ConfigFiles files, Taxonomy taxonomy, Faults faults) {
        int before = faults.count();
        Detectors made = new DetectorLoader(taxonomy, faults).load(files);
        if (faults.count() == before) {
            last = Optional.of(new Made(of, made));
        }
        return made;
    }

    /**
     * What was found in a text, from left to right, without overlaps: where two finds overlap the surer one is told.
     *
     * @throws TooComplexException if that takes too long
     */
    public List<Span> find(String text) {
        CellReader reader = new CellReader(engine, true);
        FoldedText folded = reader.text();
        Folding.fold(text, folded);
        List<Match> matches = reader.matches(NOTHING_ANNOUNCED);
        if (reader.isSpent()) {
            throw new TooComplexException(text.length());
        }
        boolean ofNobody = matches.stream().anyMatch(Detectors::isOfWords) && isOfNobody(folded.lower(), matches);
        return matches.stream()
                .filter(match -> match.confidence() >= SURE_ENOUGH && !(ofNobody && isOfWords(match)))
                .map(match -> span(folded, match))
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private static boolean isOfNobody(String lower, List<Match> matches) {
        boolean named = matches.stream().anyMatch(match -> match.confidence() >= SURE_ENOUGH && !isOfWords(match));
        return GeneralQuestion.is(lower) || GeneralStatement.is(lower, named);
    }

    /** Whether it's a word for something special, and no number or code. */
    private static boolean isOfWords(Match match) {
        return Special.is(match.category()) && match.confidence() <= Vocabulary.STRONG;
    }

    /** 16 hex digits that differ whenever a detector's code or words differ. */
    public String version() {
        return version;
    }

    /**
     * Those that don't find what they are there for, tried on the examples in their files when they were loaded. Where there
     * is one, nothing can be said to be free of what it should find.
     */
    public List<String> blind() {
        return blind;
    }

    /** What the blind ones mean for a scan, in a sentence; empty where none is blind. */
    public String blindness() {
        return blindness(blind);
    }

    /** The same of detectors that were blind at some time. */
    public static String blindness(List<String> blind) {
        return blind.isEmpty()
                ? ""
                : "blind detectors, which don't find their own examples: " + String.join(", ", blind)
                        + "; what they should find can't be ruled out until their entries in detectors/ are mended";
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

    /** Runs all of them over values, one after another, on one thread. */
    CellReader reader() {
        return new CellReader(engine, false);
    }

    /** What words alone say of a column's or a table's name, which is to be folded into the reader's text. */
    CellReader headerReader() {
        return new CellReader(engine, true);
    }

    CellReader.Engine engine() {
        return engine;
    }

    /** How many there are. */
    int size() {
        return known.size();
    }

    HeaderWords headerWords() {
        return headerWords;
    }

    /** By the names of a table's columns, the detectors that code books say they speak for. */
    Map<String, Set<String>> coded(List<String> columns) {
        return CodeBook.read(columns, codeBooks);
    }

    Known known(String detector) {
        return Optional.ofNullable(known.get(detector))
                .orElseThrow(() -> new IllegalStateException("no detector has the id " + detector));
    }

    private static String hash(SortedMap<String, Known> known, String words) {
        StringBuilder text = new StringBuilder(words);
        known.forEach(
                (id, one) -> text.append(id).append(' ').append(one.version()).append('\n'));
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
