package org.trainingaudit.finding;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody has accepted of a finding.
 *
 * @param waiver the waiver that covers it
 * @param rules the rules that were breached when it began to
 * @param categories the kinds of data that were concerned then
 */
public record Acceptance(String waiver, List<String> rules, List<String> categories) {
    public Acceptance {
        rules = List.copyOf(rules);
        categories = List.copyOf(categories);
    }

    static Acceptance of(String waiver, Finding finding) {
        return new Acceptance(waiver, finding.rules(), finding.categories());
    }

    /** What the finding has now that nobody has accepted, in words; empty where it hasn't become worse. */
    List<String> worseIn(Finding now) {
        SortedSet<String> worse = new TreeSet<>();
        now.rules().stream().filter(rule -> !rules.contains(rule)).forEach(rule -> worse.add("rule " + rule));
        now.categories().stream()
                .filter(category -> !categories.contains(category))
                .forEach(category -> worse.add("category " + category));
        return List.copyOf(worse);
    }
}
