package org.trainingaudit.regime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactType;

/** Turns what is asked of one fact into a leaf. What can be asked of which type is in {@link Question}. */
final class LeafParser {

    private static final long MOST_DAYS = 366 * 1000;

    private final Scope scope;
    private final Naming naming;
    private final String fact;
    private final FactDefinition definition;
    private final String where;
    private final Faults faults;

    LeafParser(Scope scope, Naming naming, String fact, FactDefinition definition, String where, Faults faults) {
        this.scope = scope;
        this.naming = naming;
        this.fact = fact;
        this.definition = definition;
        this.where = where;
        this.faults = faults;
    }

    Condition parse(Node asked) {
        if (asked instanceof Node.Fields map) {
            return questions(map);
        }
        if (asked instanceof Node.Scalar scalar && scalar.isNull()) {
            return fault(asked, "nothing is asked; write a value, or {stated: true} to ask whether it's known");
        }
        return plain(asked);
    }

    private Condition plain(Node asked) {
        return switch (definition.type()) {
            case SET -> fault(asked, "this is a set; write {has: ...}, {anyOf: [...]} or {allOf: [...]}");
            case TEXT, CHOICE -> members(asked, "anyOf");
            case BOOLEAN, INTEGER, DATE ->
                asked instanceof Node.Scalar scalar
                        ? equal(scalar)
                        : fault(asked, "expected " + expected() + ", but found " + asked.describe());
        };
    }

    private Condition equal(Node.Scalar scalar) {
        return number(scalar)
                .<Condition>map(value -> new Leaves.Compare(slot(), text(scalar), Relation.EQUAL, value))
                .orElse(Condition.Constant.FAULTY);
    }

    private Condition questions(Node.Fields map) {
        List<Question> allowed = Question.of(definition.type());
        List<String> words = allowed.stream().map(Question::word).toList();
        List<Condition> parts = new ArrayList<>();
        for (Node.Field field : map.fields()) {
            int number = words.indexOf(field.name());
            if (number < 0) {
                faults.add(
                        field.at(),
                        where + ": fact '" + fact + "': it can't be asked for '" + field.name() + "'; it's " + kind()
                                + " and takes " + words + Nearest.hint(field.name(), words));
                parts.add(Condition.Constant.FAULTY);
            } else if (!allowed.get(number).equals(Question.OF)) {
                parts.add(allowed.get(number).read(this, field, map));
            }
        }
        if (parts.isEmpty()) {
            return fault(map, "expected one of " + words + ", but found " + Flow.of(map));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Join(true, parts);
    }

    Condition has(Node.Field field, Node.Fields beside) {
        return field.value() instanceof Node.Scalar
                ? members(field, beside)
                : fault(field.value(), "'has' takes one name; use anyOf or allOf for a list");
    }

    Condition under(Node.Field field, Node.Fields beside) {
        return definition.of().equals(Optional.of("category"))
                ? members(field, beside)
                : fault(field.value(), "'under' asks for categories; use has or anyOf");
    }

    Condition members(Node.Field field, Node.Fields beside) {
        return members(field.value(), field.name());
    }

    Condition stated(Node.Field field, Node.Fields beside) {
        if (field.value() instanceof Node.Scalar scalar
                && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            String text = fact + ": {stated: " + scalar.text() + "}";
            return new Leaves.Stated(slot(), text, scalar.text().equals("true"), scanned());
        }
        return fault(
                field.value(),
                "expected stated: true or stated: false, but found "
                        + field.value().describe());
    }

    private Condition members(Node value, String operator) {
        NameList names = new NameList(scope, definition, where + ": fact '" + fact + "'", faults);
        names.take(value);
        if (names.isFaulty()) {
            return Condition.Constant.FAULTY;
        }
        Slot slot = scope.slots().at(slot());
        return new Members(
                slot(),
                operator.equals("anyOf") && definition.type() != FactType.SET && value instanceof Node.Scalar
                        ? text(value)
                        : fact + ": "
                                + (definition.type() == FactType.SET
                                        ? "{" + operator + ": " + Flow.of(value) + "}"
                                        : Flow.of(value)),
                operator.equals("allOf"),
                slot.mask(names.sure()),
                names.open().isEmpty() ? new long[0] : slot.mask(names.open()),
                scanned());
    }

    Condition compare(Node.Field field, Relation relation) {
        if (!(field.value() instanceof Node.Scalar scalar)) {
            return fault(
                    field.value(),
                    "expected " + expected() + " after '" + field.name() + "', but found "
                            + field.value().describe());
        }
        String text = fact + ": {" + field.name() + ": " + scalar.text() + "}";
        Optional<Integer> other = otherFact(scalar);
        if (other.isPresent()) {
            return new Leaves.CompareFacts(slot(), text, relation, other.get());
        }
        return number(scalar)
                .<Condition>map(value -> new Leaves.Compare(slot(), text, relation, value))
                .orElse(Condition.Constant.FAULTY);
    }

    Condition onOrAfterStep(Node.Field field, Node.Fields beside) {
        Node value = field.value();
        if (!(value instanceof Node.Scalar name)) {
            return fault(value, "expected the name of a step after 'onOrAfterStep', but found " + value.describe());
        }
        StepNames steps = new StepNames(scope.compiled(), scope.regime(), where + ": fact '" + fact + "'", faults);
        Optional<Clause.StepRef> step = steps.find(name);
        CompiledRegime regime =
                step.map(ref -> scope.compiled().get(ref.regime())).orElse(null);
        if (step.isEmpty() || regime == null) {
            return Condition.Constant.FAULTY;
        }
        return new Leaves.OnOrAfterStep(
                slot(),
                fact + ": {onOrAfterStep: " + name.text() + "}",
                scope.slots().step(regime, step.get()));
    }

    Condition within(Node.Field field, Node.Fields beside) {
        Node value = field.value();
        Optional<Node> of = beside.get("of");
        if (of.isEmpty() || !(of.get() instanceof Node.Scalar other)) {
            return fault(value, "'within' needs the date it's measured from; write {within: P30D, of: otherFact}");
        }
        Optional<Integer> slot = otherFact(other);
        if (slot.isEmpty()) {
            return fault(
                    other,
                    "expected the name of a date after 'of', but found " + other.describe()
                            + Nearest.hint(other.text(), dates()));
        }
        try {
            Period period = Period.parse(value instanceof Node.Scalar scalar ? scalar.text() : "");
            requireCountable(period);
            return new Leaves.Within(slot(), fact + ": " + Flow.of(beside), period, slot.get());
        } catch (DateTimeException e) {
            return fault(value, "expected a length of time such as P30D or P1Y, but found " + value.describe());
        }
    }

    /** A longer one leads out of the calendar. */
    private static void requireCountable(Period period) {
        long days = LocalDate.EPOCH.plus(period).toEpochDay();
        if (days < -MOST_DAYS || days > MOST_DAYS) {
            throw new DateTimeException("longer than anybody counts");
        }
    }

    private Set<String> dates() {
        return scope.slots().names().stream()
                .filter(name -> scope.slots()
                        .find(name)
                        .filter(found -> found.type() == FactType.DATE)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** The slot of another fact of the same type, if that is what the text names. */
    private Optional<Integer> otherFact(Node.Scalar scalar) {
        String name = naming.fact(scalar.text());
        return scope.slots()
                .find(name)
                .filter(found -> found.type() == definition.type())
                .map(found -> scope.slots().slot(name, found));
    }

    private Optional<Long> number(Node.Scalar scalar) {
        try {
            return Optional.of(
                    switch (definition.type()) {
                        case BOOLEAN -> bool(scalar);
                        case DATE -> LocalDate.parse(scalar.text()).toEpochDay();
                        default -> Long.parseLong(scalar.text());
                    });
        } catch (NumberFormatException | DateTimeException e) {
            fault(
                    scalar,
                    "expected " + expected() + ", but found " + scalar.describe()
                            + Nearest.hint(scalar.text(), scope.slots().names()));
            return Optional.empty();
        }
    }

    private static long bool(Node.Scalar scalar) {
        if (!scalar.quoted() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return scalar.text().equals("true") ? 1 : 0;
        }
        throw new NumberFormatException(scalar.text());
    }

    private String expected() {
        return switch (definition.type()) {
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number such as 1000";
            case DATE -> "a date such as 2026-11-21";
            default -> "a name";
        };
    }

    private String kind() {
        return "of type " + definition.type().name().toLowerCase(Locale.ROOT);
    }

    /** Whether a scan says it, which may not have read everything. */
    private boolean scanned() {
        return fact.equals(FactSlots.CATEGORIES);
    }

    private int slot() {
        return scope.slots().slot(fact, definition);
    }

    private String text(Node value) {
        return fact + ": " + Flow.of(value);
    }

    private Condition fault(Node node, String message) {
        faults.add(node.at(), where + ": fact '" + fact + "': " + message);
        return Condition.Constant.FAULTY;
    }
}
