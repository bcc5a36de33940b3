package org.trainingaudit.regime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Names;

/**
 * One body of law as data, as people read it.
 *
 * @param id its file's name without {@code .yaml}
 * @param sha256 the hash of its file, which identifies its version in the trail
 * @param name what people call it
 * @param jurisdiction a country or region code, {@code US-CA}
 * @param timezone the zone whose calendar date counts
 * @param authority where the law's text is published, if the pack says so
 * @param amends the regime that it changes, if it's an amendment
 * @param preview whether it's judged, provisionally, before its start
 * @param sanctions what breaches can cost, by the codes that rules name
 * @param steps its dated points in the file's order
 * @param rules its rules in the file's order, after those it took from the regime that it extends
 */
public record Regime(
        String id,
        String sha256,
        Names name,
        String jurisdiction,
        String timezone,
        Optional<Authority> authority,
        Optional<String> amends,
        boolean preview,
        Map<String, Names> sanctions,
        List<Step> steps,
        List<Rule> rules) {

    public Regime {
        sanctions = Map.copyOf(sanctions);
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
    }

    /** Its version: the first 12 hex digits of the file's hash, short enough to read out. */
    public String version() {
        return sha256.substring(0, 12);
    }

    /** The language in which its law is written, {@code zh}, where that isn't English and names are asked for in it. */
    public Optional<String> ownLanguage() {
        return OwnLanguage.shown(jurisdiction);
    }

    /** The rule of that id. */
    public Optional<Rule> rule(String rule) {
        return rules.stream().filter(each -> each.id().equals(rule)).findFirst();
    }

    /** The step of that id. */
    public Optional<Step> step(String step) {
        return steps.stream().filter(each -> each.id().equals(step)).findFirst();
    }
}
