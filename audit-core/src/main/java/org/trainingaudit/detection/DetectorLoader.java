package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.taxonomy.Taxonomy;

/** Makes detectors of what the files say, and of the classes below. */
final class DetectorLoader {

    private static final String FOLDER = "detectors/";

    /** Longer than any phrase that a column or a form has; all terms are held by their characters, one below the other. */
    private static final int LONGEST_WORD = 300;

    /** A value isn't a part of a longer run of letters and digits. */
    private static final String BEFORE = "(?<![A-Za-z0-9_]|[A-Za-z0-9][-.])(?:";

    private static final String AFTER = ")(?![A-Za-z0-9_]|[-.][A-Za-z0-9])";

    /** A detector with code: the new one's line goes here. */
    private record Code(String category, Function<Map<String, String>, Finder> finder, List<OwnShape> shapes) {}

    private static final Map<String, Code> CODED = Map.of(
            "person-name",
            new Code("contact.name", PersonNameFinder::new, List.of()),
            "iban",
            new Code("financial_account", lists -> new IbanFinder(), List.of()),
            "phone",
            new Code("contact.phone", lists -> OwnShape.finder(1), Phones.SHAPES),
            "address",
            new Code("contact.address", lists -> OwnShape.finder(2), Addresses.SHAPES),
            "birth-date",
            new Code("birth_date", lists -> OwnShape.finder(1), BirthDates.SHAPES));

    private final Taxonomy taxonomy;
    private final Faults faults;
    private final Map<String, Known> known = new TreeMap<>();
    private final List<Coded> coded = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Alphabet alphabet = Outlines.alphabet();
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Phrases.Builder phrases = new Phrases.Builder();
    private final Map<WordKind, Set<String>> words = new EnumMap<>(WordKind.class);
    private final Map<String, String> abbreviations = new TreeMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Set<String>> beside = new TreeMap<>();
    private final Map<String, Set<String>> tables = new TreeMap<>();
    private final Map<String, SelfTest.Fixture> fixtures = new TreeMap<>();
    private final List<DetectorFile.CodeBookEntry> books = new ArrayList<>();

    /** By detector another one of which it is a kind; all that files say isn't kept beside what is made of it. */
    private final Map<String, Text> alike = new LinkedHashMap<>();

    DetectorLoader(Taxonomy taxonomy, Faults faults) {
        this.taxonomy = taxonomy;
        this.faults = faults;
    }

    /** All that detectors are made of: what gives the same gives the same detectors. */
    static String identity(ConfigFiles files, Taxonomy taxonomy) {
        StringBuilder all = new StringBuilder(taxonomy.ids().toString());
        files.under(FOLDER)
                .forEach(file ->
                        all.append('\n').append(file.name()).append(' ').append(Detectors.sha256(file.bytes())));
        return all.toString();
    }

    Detectors load(ConfigFiles files) {
        StringBuilder hashes = new StringBuilder();
        for (ConfigFile file : files.under(FOLDER)) {
            String hash = Detectors.sha256(file.bytes()).substring(0, 8);
            hashes.append(file.name()).append(' ').append(hash).append('\n');
            file.parse(faults)
                    .flatMap(node -> Binder.camelCase(faults).bind(node, DetectorFile.class))
                    .ifPresent(content -> add(content, hash));
        }
        CODED.forEach((id, code) -> {
            if (!known.containsKey(id)) {
                addCoded(id, code, Map.of(), "", Optional.empty(), Set.of());
            }
        });
        alike.forEach(this::checkLike);
        CellReader.Engine engine = engine();
        HeaderWords header = HeaderWords.of(words, NamesInFull.of(abbreviations, written), beside, tables);
        List<CodeBook> codeBooks = CodeBookLoader.load(books, known.keySet(), faults);
        return new Detectors(known, engine, header, codeBooks, hashes.toString(), fixtures);
    }

    private CellReader.Engine engine() {
        Lexicon.Builder lexicon = new Lexicon.Builder();
        Phrases read = phrases.build(lexicon, known);
        Vocabulary terms = vocabulary.build(lexicon, read.size());
        List<Shape> alone = shapes.stream().filter(Shape::countsAlone).toList();
        List<List<Shape>> labelled = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            labelled.add(new ArrayList<>());
        }
        shapes.stream()
                .filter(shape -> !shape.countsAlone())
                .forEach(shape -> labelled.get(shape.of().number()).add(shape));
        List<Shape> every = new ArrayList<>(alone);
        labelled.forEach(every::addAll);
        Sieves sieves =
                new Sieves(regexes(alone), alone.stream().map(Shape::needed).toList(), alphabet);
        return new CellReader.Engine(
                alone,
                sieves,
                new Outlines(regexes(every), alphabet),
                labelled,
                List.copyOf(coded),
                lexicon.note(coded.stream()
                                .flatMap(one -> one.finder().noted().stream())
                                .toList())
                        .leading(sieves.leading())
                        .build(),
                read,
                terms);
    }

    private static List<Optional<Regex>> regexes(List<Shape> shapes) {
        return shapes.stream()
                .map(shape -> shape.pattern().reading().map(reading -> Regex.reaching(reading.regex())))
                .toList();
    }

    private void add(DetectorFile file, String hash) {
        each(file.nothing(), phrase -> written.add(phrases.add(phrase, "", Phrases.Worth.NOTHING)));
        each(file.stops(), phrase -> phrases.add(phrase, "", Phrases.Worth.STOP));
        file.words().forEach(this::addWords);
        abbreviations.putAll(file.abbreviations());
        books.addAll(file.codeBooks());
        file.detectors().forEach(entry -> add(entry, hash));
    }

    private void addWords(WordKind kind, List<Text> texts) {
        Set<String> folded = texts.stream().map(DetectorLoader::folded).collect(Collectors.toSet());
        setOf(words, kind).addAll(folded);
        if (kind.isShortened()) {
            written.addAll(folded);
        }
    }

    private static String folded(Text word) {
        return Folding.fold(word.value()).lower();
    }

    private static <K> Set<String> setOf(Map<K, Set<String>> sets, K key) {
        return sets.computeIfAbsent(key, missing -> new HashSet<>());
    }

    private void add(DetectorFile.Entry entry, String hash) {
        String id = entry.id().value();
        if (known.containsKey(id)) {
            faults.add(entry.id().at(), "detector '" + id + "' stands twice; give this one another id");
            return;
        }
        if (!taxonomy.has(entry.category().value())) {
            faults.add(
                    entry.category().at(),
                    "detector '" + id + "': unknown category '" + entry.category() + "'"
                            + Nearest.hint(entry.category().value(), taxonomy.ids()));
            return;
        }
        addDetector(entry, hash);
        addWords(entry);
        entry.like().ifPresent(like -> alike.put(id, like));
        fixtures.put(id, SelfTest.Fixture.of(entry));
    }

    private void checkLike(String id, Text like) {
        if (!known.containsKey(like.value())) {
            faults.add(
                    like.at(),
                    "detector '" + id + "': unknown detector '" + like + "'"
                            + Nearest.hint(like.value(), known.keySet()));
        }
    }

    private void addDetector(DetectorFile.Entry entry, String hash) {
        String id = entry.id().value();
        String category = entry.category().value();
        Optional<String> like = entry.like().map(Text::value);
        Optional<Code> code = Optional.ofNullable(CODED.get(id));
        if (code.isPresent()) {
            if (!code.get().category.equals(category)) {
                faults.add(
                        entry.category().at(),
                        "detector '" + id + "' finds " + code.get().category + ", not " + category
                                + "; it needs code, so its category is fixed");
            }
            addCoded(id, code.get(), entry.lists(), "-" + hash, like, entry.unlike());
            return;
        }
        Known one = know(id, category, hash, like, entry.ofPeople().orElse(false), entry.unlike());
        entry.patterns().stream().flatMap(shape -> shape(one, shape).stream()).forEach(shapes::add);
    }

    private Known know(
            String id,
            String category,
            String version,
            Optional<String> like,
            boolean ofPeople,
            Set<ValueKind> unlike) {
        Known one = new Known(known.size(), id, category, version, like, ofPeople, ValueKind.withNumbers(unlike));
        known.put(id, one);
        return one;
    }

    private void addCoded(
            String id,
            Code code,
            Map<String, String> lists,
            String suffix,
            Optional<String> like,
            Set<ValueKind> unlike) {
        Finder finder = code.finder.apply(lists);
        Known one = know(id, code.category, finder.version() + suffix, like, false, unlike);
        code.shapes.forEach(shape -> shapes.add(shape.of(one, alphabet)));
        if (code.shapes.isEmpty()) {
            coded.add(new Coded(one, finder));
        }
    }

    private void addWords(DetectorFile.Entry entry) {
        String id = entry.id().value();
        each(entry.names(), phrase -> written.add(phrases.add(phrase, id, Phrases.Worth.NAME)));
        each(entry.romaji(), word -> Romaji.spellings(word).forEach(name -> phrases.add(name, id, Phrases.Worth.NAME)));
        each(entry.hints(), phrase -> phrases.add(phrase, id, Phrases.Worth.HINT));
        entry.tables().forEach(word -> setOf(tables, folded(word)).add(id));
        entry.beside().forEach(name -> setOf(beside, folded(name)).add(id));
        each(entry.labels(), phrase -> phrases.add(phrase, id, Phrases.Worth.LABEL));
        each(entry.terms(), term -> vocabulary.add(term, known(id), false));
        each(entry.weakTerms(), term -> vocabulary.add(term, known(id), true));
    }

    /** Takes the words that can be looked for: one without a letter would be found in all kinds of numbers, a very long one nowhere. */
    private void each(List<Text> all, Consumer<String> use) {
        all.stream().filter(this::isWord).map(Text::value).forEach(use);
    }

    private boolean isWord(Text word) {
        boolean tooLong = word.value().length() > LONGEST_WORD;
        boolean ofLetters = Lexicon.isOfLetters(word.value());
        if (tooLong) {
            faults.add(word.at(), "a word of more than " + LONGEST_WORD + " characters; give a shorter one");
        } else if (!ofLetters) {
            faults.add(
                    word.at(),
                    "'" + word + "' has no letter, so that it would be found within any number;"
                            + " expected a word, or give a pattern");
        }
        return ofLetters && !tooLong;
    }

    private Known known(String id) {
        return Optional.ofNullable(known.get(id)).orElseThrow();
    }

    private Optional<Shape> shape(Known of, DetectorFile.PatternEntry entry) {
        Optional<Predicate<String>> check = check(entry);
        Optional<Pattern> pattern = pattern(entry.regex());
        if (check.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shape(
                of,
                new TextPattern(pattern.get(), alphabet),
                entry.regex().value().contains("(?<v>"),
                check.get(),
                Folding.lower(entry.needs().orElse("")),
                entry.digits().orElse(0),
                true,
                entry.alone() / 100.0,
                entry.whole().orElse(entry.alone()) / 100.0,
                entry.labelled() / 100.0));
    }

    private Optional<Predicate<String>> check(DetectorFile.PatternEntry entry) {
        if (entry.check().isEmpty()) {
            return Optional.of(Shape.UNCHECKED);
        }
        Text name = entry.check().get();
        Optional<Predicate<String>> check = CheckDigits.of(name.value());
        if (check.isEmpty()) {
            faults.add(
                    name.at(),
                    "unknown check '" + name + "'" + Nearest.hint(name.value(), CheckDigits.names())
                            + "; expected one of " + new TreeMap<>(Map.of("checks", CheckDigits.names())));
        }
        return check;
    }

    private Optional<Pattern> pattern(Text regex) {
        if (Repetition.isNested(regex.value())) {
            faults.add(
                    regex.at(),
                    "a repetition without limit stands inside another, so that one value could take for ever;"
                            + " limit one of them, as in {1,20}");
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(BEFORE + regex + AFTER, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            faults.add(regex.at(), "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }
}
