package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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

    /** A value isn't a part of a longer run of letters and digits. */
    private static final String BEFORE = "(?<![A-Za-z0-9_]|[A-Za-z0-9][-.])(?:";

    private static final String AFTER = ")(?![A-Za-z0-9_]|[-.][A-Za-z0-9])";

    /** A detector with code: the new one's line goes here. */
    private record Coded(String category, Function<Map<String, String>, Finder> finder) {}

    private static final Map<String, Coded> CODED = Map.of(
            PersonNameFinder.PERSON_NAME,
            new Coded("contact.name", lists -> new PersonNameFinder(new NameLists(lists))),
            "iban",
            new Coded("financial_account", lists -> new IbanFinder()),
            "phone",
            new Coded("contact.phone", lists -> new PhoneFinder()),
            "address",
            new Coded("contact.address", lists -> new AddressFinder()),
            "birth-date",
            new Coded("birth_date", lists -> new BirthDateFinder(1850, 2099)));

    private final Taxonomy taxonomy;
    private final Faults faults;
    private final Map<String, Detectors.Known> known = new TreeMap<>();
    private final List<Detector> detectors = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Phrases.Builder phrases = new Phrases.Builder();
    private final Set<String> aboutValues = new HashSet<>();
    private final Set<String> people = new HashSet<>();

    DetectorLoader(Taxonomy taxonomy, Faults faults) {
        this.taxonomy = taxonomy;
        this.faults = faults;
    }

    Detectors load(ConfigFiles files) {
        StringBuilder hashes = new StringBuilder();
        List<DetectorFile.Entry> entries = new ArrayList<>();
        for (ConfigFile file : files.under(FOLDER)) {
            String hash = Detectors.sha256(file.bytes()).substring(0, 8);
            hashes.append(file.name()).append(' ').append(hash).append('\n');
            file.parse(faults)
                    .flatMap(node -> Binder.camelCase(faults).bind(node, DetectorFile.class))
                    .ifPresent(content -> {
                        add(content, hash);
                        entries.addAll(content.detectors());
                    });
        }
        CODED.forEach((id, coded) -> {
            if (!known.containsKey(id)) {
                addCoded(id, coded, Map.of(), "", Optional.empty(), Set.of());
            }
        });
        entries.forEach(this::checkLike);
        return new Detectors(
                known,
                detectors,
                new Sieve(patterns),
                vocabulary.build(),
                phrases.build(),
                new HeaderWords(aboutValues, people),
                hashes.toString());
    }

    private void add(DetectorFile file, String hash) {
        file.nothing().forEach(phrase -> phrases.add(phrase.value(), "", Phrases.Worth.NOTHING));
        file.stops().forEach(phrase -> phrases.add(phrase.value(), "", Phrases.Worth.STOP));
        file.aboutValues()
                .forEach(word -> aboutValues.add(Folding.fold(word.value()).lower()));
        file.people().forEach(word -> people.add(Folding.fold(word.value()).lower()));
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
    }

    private void checkLike(DetectorFile.Entry entry) {
        entry.like().filter(like -> !known.containsKey(like.value())).ifPresent(like -> {
            faults.add(
                    like.at(),
                    "detector '" + entry.id() + "': unknown detector '" + like + "'"
                            + Nearest.hint(like.value(), known.keySet()));
        });
    }

    private void addDetector(DetectorFile.Entry entry, String hash) {
        String id = entry.id().value();
        String category = entry.category().value();
        Optional<String> like = entry.like().map(Text::value);
        Optional<Coded> coded = Optional.ofNullable(CODED.get(id));
        if (coded.isPresent()) {
            if (!coded.get().category.equals(category)) {
                faults.add(
                        entry.category().at(),
                        "detector '" + id + "' finds " + coded.get().category + ", not " + category
                                + "; it needs code, so its category is fixed");
            }
            addCoded(id, coded.get(), entry.lists(), "-" + hash, like, entry.unlike());
            return;
        }
        known.put(
                id,
                new Detectors.Known(id, category, hash, like, entry.ofPeople().orElse(false), entry.unlike()));
        List<PatternDetector.Shape> shapes = entry.patterns().stream()
                .flatMap(shape -> shape(shape).stream())
                .toList();
        if (!shapes.isEmpty()) {
            detectors.add(new PatternDetector(id, hash, category, shapes));
        }
    }

    private void addCoded(
            String id,
            Coded coded,
            Map<String, String> lists,
            String suffix,
            Optional<String> like,
            Set<ValueKind> unlike) {
        Finder finder = coded.finder.apply(lists);
        String version = finder.version() + suffix;
        known.put(id, new Detectors.Known(id, coded.category, version, like, false, unlike));
        detectors.add(new CodeDetector(id, coded.category, version, finder));
    }

    private void addWords(DetectorFile.Entry entry) {
        String id = entry.id().value();
        String category = entry.category().value();
        entry.names().forEach(phrase -> phrases.add(phrase.value(), id, Phrases.Worth.NAME));
        entry.hints().forEach(phrase -> phrases.add(phrase.value(), id, Phrases.Worth.HINT));
        entry.labels().forEach(phrase -> phrases.add(phrase.value(), id, Phrases.Worth.LABEL));
        entry.terms().forEach(term -> vocabulary.add(term.value(), id, category, false));
        entry.weakTerms().forEach(term -> vocabulary.add(term.value(), id, category, true));
    }

    private Optional<PatternDetector.Shape> shape(DetectorFile.PatternEntry entry) {
        Optional<Predicate<String>> check = check(entry);
        Optional<Pattern> pattern = pattern(entry.regex());
        if (check.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        patterns.add(pattern.get());
        return Optional.of(new PatternDetector.Shape(
                patterns.size() - 1,
                pattern.get(),
                entry.regex().value().contains("(?<v>"),
                check.get(),
                Folding.lower(entry.needs().orElse("")),
                entry.digits().orElse(0),
                entry.alone() / 100.0,
                entry.whole().orElse(entry.alone()) / 100.0,
                entry.labelled() / 100.0));
    }

    private Optional<Predicate<String>> check(DetectorFile.PatternEntry entry) {
        if (entry.check().isEmpty()) {
            return Optional.of(value -> true);
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
