package org.trainingaudit.regime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.FactDefinition;

/** The names that a leaf looks for: written out, or by the names of the regime's sets. */
final class NameList {

    private final Scope scope;
    private final FactDefinition definition;
    private final String where;
    private final Faults faults;
    private final int before;
    private final Set<String> sure = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    NameList(Scope scope, FactDefinition definition, String where, Faults faults) {
        this.scope = scope;
        this.definition = definition;
        this.where = where;
        this.faults = faults;
        this.before = faults.count();
    }

    void take(Node value) {
        List<Node> items = value instanceof Node.Items list ? list.items() : List.of(value);
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
                name(scalar.at(), scalar.text());
            } else {
                faults.add(item.at(), where + ": expected a name, but found " + item.describe());
            }
        }
        if (items.isEmpty()) {
            faults.add(value.at(), where + ": expected at least one name, but found an empty list");
        }
    }

    private void name(Location at, String name) {
        RegimeDocument.SetPart set = scope.sets().get(name);
        if (set == null) {
            check(at, name);
            sure.add(name);
            return;
        }
        for (List<Text> members : List.of(set.categories(), set.countries(), set.values())) {
            members.forEach(member -> add(member, sure));
        }
        set.open().forEach(member -> add(member, open));
    }

    private void add(Text member, Set<String> into) {
        check(member.at(), member.value());
        into.add(member.value());
    }

    private void check(Location at, String name) {
        switch (definition.of().orElse("")) {
            case "category" ->
                check(
                        scope.taxonomy().has(name),
                        at,
                        "category",
                        name,
                        scope.taxonomy().ids());
            case "country" ->
                check(
                        scope.countries().isKnown(name),
                        at,
                        "country or group",
                        name,
                        scope.countries().groups());
            default -> {
                Set<String> values = definition.values();
                check(values.isEmpty() || values.contains(name), at, "value", name, values);
            }
        }
    }

    private void check(boolean known, Location at, String what, String name, Set<String> right) {
        if (!known) {
            Set<String> near = new TreeSet<>(right);
            near.addAll(scope.sets().keySet());
            faults.add(at, where + ": unknown " + what + " '" + name + "'" + Nearest.hint(name, near));
        }
    }

    boolean isFaulty() {
        return faults.count() > before;
    }

    Set<String> sure() {
        return sure;
    }

    Set<String> open() {
        return open;
    }
}
