package org.trainingaudit.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingaudit.config.Names;

/**
 * One regime as its pack has it, with what it takes over from the one that it extends.
 *
 * @param source where to read it
 * @param amends the regime that it changes; empty where it's no amendment
 * @param sensitive the categories that it calls sensitive
 * @param open those of which it's doubtful whether it does
 */
record Law(
        Optional<Names> name,
        String jurisdiction,
        String source,
        String amends,
        Map<String, Names> sanctions,
        Map<String, RuleText> rules,
        Map<String, StepText> steps,
        Set<String> sensitive,
        Set<String> open) {

    static final Law UNKNOWN = new Law(Optional.empty(), "", "", "", Map.of(), Map.of(), Map.of(), Set.of(), Set.of());

    /** Whether an exemption of this regime that names a rule so means one of another regime. */
    private boolean means(String named, String regime, String rule) {
        return named.equals(regime + "/" + rule)
                || (amends.equals(regime) && named.equals(rule) && !rules.containsKey(rule));
    }

    /** The exemptions that lift a rule of another regime, which this one amends. */
    Stream<String> exemptionsOf(String regime, String rule) {
        return rules.entrySet().stream()
                .filter(each -> each.getValue().exempts().stream().anyMatch(named -> means(named, regime, rule)))
                .map(Map.Entry::getKey);
    }

    /**
     * One rule.
     *
     * @param names every name that stands in its conditions; the facts it reads are among them
     * @param passes the rules whose outcome it reads
     * @param exempts the rules it lifts, or {@code all}
     */
    record RuleText(
            String kind,
            String citation,
            String remedy,
            List<String> sanctions,
            String from,
            String to,
            Set<String> names,
            Set<String> passes,
            Set<String> exempts) {

        static final RuleText NONE = new RuleText("", "", "", List.of(), "", "", Set.of(), Set.of(), Set.of());

        boolean isExemption() {
            return kind.equals("exemption");
        }

        /** Whether it would lift the rule of that id; one that lifts all leaves the rules on which it rests. */
        boolean lifts(String id, RuleText rule) {
            boolean all = exempts.contains("all") && !rule.isExemption() && !passes.contains(id);
            return all || exempts.contains(id);
        }
    }

    /** A step as written: its date, or the latest possible one, and what it brings, in English and where written in Japanese. */
    record StepText(String date, String certainty, String latest, String note, String noteJa) {

        static final StepText NONE = new StepText("", "", "", "", "");

        String day() {
            return date.isEmpty() ? latest : date;
        }
    }
}
