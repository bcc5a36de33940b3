package org.trainingaudit.regime;

import java.util.HashMap;
import java.util.Map;

/** How names in a rule are to be read where the rule was taken over from an extended regime. */
record Naming(Map<String, String> prefix, Map<String, String> facts) {

    static final Naming AS_WRITTEN = new Naming(Map.of(), Map.of());

    /** {@code EU-03} as {@code UK-03} where the prefix EU is renamed to UK; an id of another regime stays. */
    String rule(String id) {
        for (Map.Entry<String, String> each : prefix.entrySet()) {
            if (id.startsWith(each.getKey() + "-")) {
                return each.getValue() + id.substring(each.getKey().length());
            }
        }
        return id;
    }

    String fact(String name) {
        return facts.getOrDefault(name, name);
    }

    /** This naming, and the other after it. */
    Naming then(Naming other) {
        if (equals(AS_WRITTEN)) {
            return other;
        }
        return new Naming(chain(prefix, other.prefix), chain(facts, other.facts));
    }

    private static Map<String, String> chain(Map<String, String> first, Map<String, String> second) {
        Map<String, String> both = new HashMap<>(second);
        first.forEach((from, to) -> both.put(from, second.getOrDefault(to, to)));
        return both;
    }
}
