package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * What tags tell of a use, beside that it trains. A rule names tags and what they tell: {@code {tag: [cloud.region], tells:
 * place, as: {ap-northeast-1: JP}}}. A place must be a country, a state of consent one of {@link #CONSENT}; of any other
 * value nobody has said what it means, so it tells nothing and is listed.
 */
final class Tells {

    /** Without rules, so that tags tell nothing more. */
    static final Tells NONE = new Tells(List.of());

    /** The states of consent. */
    static final Set<String> CONSENT = Set.of("given", "refused", "withdrawn", "absent");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** What can be told. */
    enum What {
        /** For what the data are used, in the tool's words. */
        PURPOSE,
        /** In which country the training ran. */
        PLACE,
        /** To whom something is handed. */
        RECIPIENT,
        /** Whether the people consented. */
        CONSENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takes(String value) {
            return switch (this) {
                case PURPOSE, RECIPIENT -> !value.isBlank();
                case PLACE -> COUNTRY.matcher(value).matches();
                case CONSENT -> Tells.CONSENT.contains(value);
            };
        }
    }

    /** A rule as written. */
    private record Written(Location at, List<Text> tag, Text tells, Map<String, Text> as) {}

    private record Rule(Set<String> tags, What what, Map<String, String> as) {}

    private final List<Rule> rules;

    private Tells(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules of a list; those with a fault are missing and the fault is told. */
    static Tells of(Node written, Faults faults) {
        List<Rule> rules = new ArrayList<>();
        for (Written rule : Binder.camelCase(faults).bindList(written, Written.class)) {
            int before = faults.count();
            Optional<What> what = what(rule.tells(), faults);
            if (rule.tag().isEmpty()) {
                faults.add(rule.at(), "'tag' names no tag; list those that tell it");
            }
            what.ifPresent(known -> check(rule, known, faults));
            if (faults.count() == before) {
                what.ifPresent(known -> rules.add(rule(rule, known)));
            }
        }
        return new Tells(rules);
    }

    private static Optional<What> what(Text word, Faults faults) {
        Set<String> words = new TreeSet<>();
        for (What what : What.values()) {
            words.add(what.word());
            if (what.word().equals(word.value())) {
                return Optional.of(what);
            }
        }
        faults.add(
                word.at(),
                "'tells' must be one of " + words + ", but was '" + word + "'" + Nearest.hint(word.value(), words));
        return Optional.empty();
    }

    private static void check(Written rule, What what, Faults faults) {
        rule.as().values().stream()
                .filter(value -> !what.takes(value.value()))
                .forEach(value -> faults.add(
                        value.at(),
                        what == What.PLACE
                                ? "expected a country such as JP or US-CA, but found '" + value + "'"
                                : "expected one of " + new TreeSet<>(CONSENT) + ", but found '" + value + "'"));
    }

    private static Rule rule(Written written, What what) {
        Map<String, String> as = new HashMap<>();
        written.as().forEach((value, meant) -> as.put(value, meant.value()));
        Set<String> tags = new TreeSet<>();
        written.tag().forEach(tag -> tags.add(tag.value()));
        return new Rule(tags, what, as);
    }

    /** The tags that any rule reads. */
    Set<String> tagNames() {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> names.addAll(rule.tags()));
        return names;
    }

    /** What these tags tell, each with its value; what nobody has said the meaning of is handed to the other. */
    void each(Map<String, Set<String>> tags, BiConsumer<What, String> told, BiConsumer<What, String> untold) {
        for (Rule rule : rules) {
            for (String tag : rule.tags()) {
                for (String value : tags.getOrDefault(tag, Set.of())) {
                    String meant = rule.as().getOrDefault(value, value);
                    if (rule.what().takes(meant)) {
                        told.accept(rule.what(), UseMaker.safe(meant));
                    } else {
                        untold.accept(rule.what(), tag + "=" + UseMaker.safe(value));
                    }
                }
            }
        }
    }
}
