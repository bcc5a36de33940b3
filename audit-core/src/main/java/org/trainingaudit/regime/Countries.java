package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/** Country codes and the groups that {@code regimes/countries.yaml} names, such as the EU. */
final class Countries {

    static final String FILE = "regimes/countries.yaml";
    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    private final Map<String, Set<String>> groups = new HashMap<>();

    /** The file's groups; none where there is no file. */
    static Countries load(ConfigFiles files, Faults faults) {
        Countries countries = new Countries();
        files.file(FILE).flatMap(file -> file.parse(faults)).ifPresent(node -> countries.take(node, faults));
        return countries;
    }

    private void take(Node tree, Faults faults) {
        Node named = tree instanceof Node.Fields map ? map.get("groups").orElse(tree) : tree;
        if (!(named instanceof Node.Fields map)) {
            faults.add(named.at(), "expected groups of countries by name, but found " + named.describe());
            return;
        }
        Map<String, List<Node.Scalar>> written = new HashMap<>();
        map.fields().forEach(field -> written.put(field.name(), members(field, faults)));
        written.keySet().forEach(name -> groups.put(name, new HashSet<>()));
        written.forEach((name, members) -> members.forEach(member -> check(name, member, faults)));
        groups.forEach((name, all) -> fill(all, name, written, new HashSet<>()));
    }

    private static List<Node.Scalar> members(Node.Field group, Faults faults) {
        Node value =
                group.value() instanceof Node.Fields map ? map.get("members").orElse(group.value()) : group.value();
        List<Node.Scalar> members = new ArrayList<>();
        for (Node item : value instanceof Node.Items list ? list.items() : List.of(value)) {
            if (item instanceof Node.Scalar scalar) {
                members.add(scalar);
            } else {
                faults.add(
                        item.at(),
                        "group '" + group.name() + "': expected a list of country codes, but found " + item.describe());
            }
        }
        return members;
    }

    private void check(String group, Node.Scalar member, Faults faults) {
        if (!isKnown(member.text())) {
            faults.add(
                    member.at(),
                    "group '" + group + "': unknown country " + member.describe()
                            + Nearest.hint(member.text(), groups.keySet()));
        }
    }

    private static void fill(
            Set<String> into, String name, Map<String, List<Node.Scalar>> written, Set<String> visited) {
        if (!visited.add(name)) {
            return;
        }
        for (Node.Scalar member : written.getOrDefault(name, List.of())) {
            into.add(member.text());
            fill(into, member.text(), written, visited);
        }
    }

    /** Names of groups, for finding the nearest. */
    Set<String> groups() {
        return groups.keySet();
    }

    /** Whether it's a group, a country, or a part of a country such as {@code US-CA}. */
    boolean isKnown(String name) {
        return groups.containsKey(name) || ISO.contains(country(name));
    }

    /** Whether a place is the other or part of it: {@code US-CA} is in {@code US}, {@code FR} in {@code EU}. */
    boolean isIn(String place, String area) {
        if (place.equals(area) || country(place).equals(area)) {
            return true;
        }
        Set<String> group = groups.getOrDefault(area, Set.of());
        return group.contains(place) || group.contains(country(place));
    }

    private static String country(String place) {
        int dash = place.indexOf('-');
        return dash < 0 ? place : place.substring(0, dash);
    }
}
