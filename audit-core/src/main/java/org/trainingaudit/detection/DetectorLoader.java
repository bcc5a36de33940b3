package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final EngineBuilder engine = new EngineBuilder();
    private final HeaderWordsBuilder header = new HeaderWordsBuilder();
    private final PatternShapes patterns;
    private final Map<String, SelfTest.Fixture> fixtures = new TreeMap<>();
    private final List<DetectorFile.CodeBookEntry> books = new ArrayList<>();

    /** By detector another one of which it is a kind; all that files say isn't kept beside what is made of it. */
    private final Map<String, Text> alike = new LinkedHashMap<>();

    DetectorLoader(Taxonomy taxonomy, Faults faults) {
        this.taxonomy = taxonomy;
        this.faults = faults;
        this.patterns = new PatternShapes(engine.alphabet(), faults);
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
        List<CodeBook> codeBooks = CodeBookLoader.load(books, known.keySet(), faults);
        return new Detectors(known, engine.build(known), header.build(), codeBooks, hashes.toString(), fixtures);
    }

    private void add(DetectorFile file, String hash) {
        each(file.nothing(), phrase -> header.addWritten(engine.add(phrase, "", Phrases.Worth.NOTHING)));
        each(file.stops(), phrase -> engine.add(phrase, "", Phrases.Worth.STOP));
        file.words().forEach(header::add);
        header.addAbbreviations(file.abbreviations());
        books.addAll(file.codeBooks());
        file.detectors().forEach(entry -> add(entry, hash));
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
            checkCategory(entry, code.get().category);
            addCoded(id, code.get(), entry.lists(), "-" + hash, like, entry.unlike());
            return;
        }
        Known one = know(id, category, hash, like, entry.ofPeople().orElse(false), entry.unlike());
        entry.patterns().stream()
                .flatMap(shape -> patterns.shape(one, shape).stream())
                .forEach(engine::add);
    }

    private void checkCategory(DetectorFile.Entry entry, String found) {
        if (!entry.category().value().equals(found)) {
            faults.add(
                    entry.category().at(),
                    "detector '" + entry.id() + "' finds " + found + ", not " + entry.category()
                            + "; it needs code, so its category is fixed");
        }
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
        code.shapes.forEach(shape -> engine.add(shape.of(one, engine.alphabet())));
        if (code.shapes.isEmpty()) {
            engine.add(new Coded(one, finder));
        }
    }

    private void addWords(DetectorFile.Entry entry) {
        String id = entry.id().value();
        each(entry.names(), phrase -> header.addWritten(engine.add(phrase, id, Phrases.Worth.NAME)));
        each(entry.romaji(), word -> Romaji.spellings(word).forEach(name -> engine.add(name, id, Phrases.Worth.NAME)));
        each(entry.hints(), phrase -> engine.add(phrase, id, Phrases.Worth.HINT));
        header.addTables(entry.tables(), id);
        header.addBeside(entry.beside(), id);
        each(entry.labels(), phrase -> engine.add(phrase, id, Phrases.Worth.LABEL));
        each(entry.terms(), term -> engine.addTerm(term, known(id), false));
        each(entry.weakTerms(), term -> engine.addTerm(term, known(id), true));
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
}
