package org.trainingaudit.use;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Taxonomy;

/** Every fact that can be stated of a use, as {@code config/facts.yaml} has them. */
public final class FactCatalogue {

    private static final String FILE = "facts.yaml";
    private static final String ANY_MEMBER = ".*";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final Map<String, FactDefinition> definitions;
    private final Taxonomy taxonomy;

    private FactCatalogue(Map<String, FactDefinition> definitions, Taxonomy taxonomy) {
        this.definitions = definitions;
        this.taxonomy = taxonomy;
    }

    /** The file's facts; those with a fault are missing and the fault is told. */
    public static FactCatalogue load(ConfigFiles files, Taxonomy taxonomy, Faults faults) {
        Map<String, FactDefinition> definitions = new LinkedHashMap<>();
        FactCatalogue catalogue = new FactCatalogue(definitions, taxonomy);
        files.required(FILE, faults)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Document.class))
                .ifPresent(document -> document.facts().forEach((name, entry) -> {
                    FactDefinition open = entry.definition(name, Optional.empty());
                    definitions.put(name, entry.definition(name, catalogue.absent(open, entry, faults)));
                }));
        return catalogue;
    }

    private Optional<FactValue> absent(FactDefinition definition, Entry entry, Faults faults) {
        return entry.absent().flatMap(node -> read(definition, definition.name(), node, faults));
    }

    /** The definition of a fact, of a map's member, or of any member of an open map. */
    public Optional<FactDefinition> find(String name) {
        Optional<FactDefinition> exact = Optional.ofNullable(definitions.get(name));
        int dot = name.indexOf('.');
        return exact.isPresent() || dot < 0
                ? exact
                : Optional.ofNullable(definitions.get(name.substring(0, dot) + ANY_MEMBER));
    }

    /** Whether the name is that of a map, whose members are facts: {@code legalBasis} of {@code legalBasis.eu}. */
    public boolean isMap(String name) {
        return find(name).isEmpty() && names().stream().anyMatch(other -> other.startsWith(name + "."));
    }

    /** All definitions in the file's order. */
    public Collection<FactDefinition> all() {
        return definitions.values();
    }

    /** All names, for finding the nearest. */
    public Set<String> names() {
        return definitions.keySet();
    }

    /**
     * The value of a fact as somebody wrote it; nothing where it says unknown or is wrong, which is told.
     *
     * <p>Unknown is written {@code unknown}, {@code null} or left empty, unless the fact has {@code unknown} among its
     * values.
     */
    public Optional<FactValue> read(String name, Node written, Faults faults) {
        Optional<FactDefinition> definition = find(name);
        if (definition.isEmpty()) {
            faults.add(written.at(), "unknown fact '" + name + "'" + Nearest.hint(name, names()));
            return Optional.empty();
        }
        return read(definition.get(), name, written, faults);
    }

    private Optional<FactValue> read(FactDefinition fact, String name, Node written, Faults faults) {
        if (written instanceof Node.Scalar scalar && isUnknown(fact, scalar)) {
            return Optional.empty();
        }
        if (fact.type() == FactType.SET) {
            return members(fact, name, written, faults);
        }
        if (written instanceof Node.Scalar scalar) {
            return single(fact, name, scalar, faults);
        }
        faults.add(written.at(), "fact '" + name + "': expected a single value, but found " + written.describe());
        return Optional.empty();
    }

    private static boolean isUnknown(FactDefinition fact, Node.Scalar scalar) {
        boolean word = scalar.text().equals("unknown") && !fact.values().contains("unknown");
        return scalar.isNull() || word || (scalar.text().isEmpty() && fact.type() != FactType.SET);
    }

    private Optional<FactValue> members(FactDefinition fact, String name, Node written, Faults faults) {
        List<Node> items = Tree.each(written);
        List<String> values = new ArrayList<>();
        int before = faults.count();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar) {
                checkMember(fact, name, scalar, faults);
                values.add(scalar.text());
            } else {
                faults.add(item.at(), "fact '" + name + "': expected a name, but found " + item.describe());
            }
        }
        return faults.count() == before ? Optional.of(FactValue.Members.of(Set.copyOf(values))) : Optional.empty();
    }

    private void checkMember(FactDefinition fact, String name, Node.Scalar item, Faults faults) {
        String of = fact.of().orElse("");
        Set<String> allowed = of.equals("category") ? taxonomy.ids() : fact.values();
        if (of.equals("country") && !COUNTRY.matcher(item.text()).matches()) {
            faults.add(
                    item.at(),
                    "fact '" + name + "': expected a country such as JP or US-CA, but found " + item.describe());
        } else if (!allowed.isEmpty() && !allowed.contains(item.text())) {
            faults.add(
                    item.at(),
                    "fact '" + name + "': unknown value " + item.describe() + Nearest.hint(item.text(), allowed));
        }
    }

    private Optional<FactValue> single(FactDefinition fact, String name, Node.Scalar scalar, Faults faults) {
        try {
            return Optional.of(value(fact, scalar));
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(
                    scalar.at(),
                    "fact '" + name + "': expected " + expected(fact) + ", but found " + scalar.describe()
                            + (scalar.quoted() ? " in quotes" : "") + Nearest.hint(scalar.text(), fact.values()));
            return Optional.empty();
        }
    }

    private static String expected(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number of at most 16 digits";
            case DATE -> "a date such as 2026-11-21";
            case TEXT, CHOICE, SET -> "one of " + fact.values();
        };
    }

    private static FactValue value(FactDefinition fact, Node.Scalar scalar) {
        String text = scalar.text();
        return switch (fact.type()) {
            case BOOLEAN -> new FactValue.Bool(bool(unquoted(scalar)));
            case INTEGER -> new FactValue.Whole(Long.parseLong(unquoted(scalar)));
            case DATE -> new FactValue.Day(FactValue.Day.parse(text));
            case TEXT -> new FactValue.Text(text);
            case CHOICE -> new FactValue.Text(choice(fact, text));
            case SET -> throw new IllegalStateException("sets are read as lists");
        };
    }

    private static String unquoted(Node.Scalar scalar) {
        if (scalar.quoted()) {
            throw new NumberFormatException("a text in quotes");
        }
        return scalar.text();
    }

    private static boolean bool(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new NumberFormatException(text);
    }

    private static String choice(FactDefinition fact, String text) {
        if (fact.values().isEmpty() || fact.values().contains(text)) {
            return text;
        }
        throw new NumberFormatException(text);
    }

    private record Document(Map<String, Entry> facts) {}

    private record Entry(
            Location at,
            FactType type,
            Set<String> values,
            Optional<String> of,
            Optional<Node> absent,
            Names question) {

        FactDefinition definition(String name, Optional<FactValue> absentValue) {
            return new FactDefinition(name, type, values, of, absentValue, question);
        }
    }
}
