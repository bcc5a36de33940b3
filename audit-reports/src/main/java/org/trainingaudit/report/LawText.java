package org.trainingaudit.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Names;
import org.trainingaudit.report.Law.RuleText;
import org.trainingaudit.report.Law.StepText;
import org.trainingaudit.taxonomy.Taxonomy;

/** What the run's regimes say of their rules, in the words that a finding quotes, and of categories. */
final class LawText {

    private final Map<String, Law> laws;
    private final Taxonomy taxonomy;
    /** By regime, what was found of categories that the taxonomy has. */
    private final Map<String, Map<String, Boolean>> mayBeSensitive = new HashMap<>();

    LawText(ConfigFiles files, Taxonomy taxonomy) {
        this.laws = LawReader.read(files);
        this.taxonomy = taxonomy;
        laws.keySet().forEach(regime -> mayBeSensitive.put(regime, new ConcurrentHashMap<>()));
    }

    private Law law(String regime) {
        return laws.getOrDefault(regime, Law.UNKNOWN);
    }

    /** All regimes of the configuration, by id. */
    Set<String> regimes() {
        return laws.keySet();
    }

    Optional<Names> name(String regime) {
        return law(regime).name();
    }

    RuleText rule(String regime, String rule) {
        return law(regime).rules().getOrDefault(rule, RuleText.NONE);
    }

    /** What the codes stand for in words; a sanction that is written out is its own text. */
    List<String> sanctions(String regime, List<String> codes) {
        Map<String, Names> known = law(regime).sanctions();
        return codes.stream()
                .map(code -> Optional.ofNullable(known.get(code)).map(Names::en).orElse(code))
                .toList();
    }

    String jurisdiction(String regime) {
        return law(regime).jurisdiction();
    }

    String source(String regime) {
        return law(regime).source();
    }

    StepText step(String regime, String step) {
        return law(regime).steps().getOrDefault(step, StepText.NONE);
    }

    /** The exemptions that would lift the rule: the regime's own, then with its name those of a regime that amends it. */
    List<String> exemptionsOf(String regime, String rule) {
        RuleText lifted = rule(regime, rule);
        Stream<String> own = law(regime).rules().entrySet().stream()
                .filter(each -> each.getValue().lifts(rule, lifted))
                .map(Map.Entry::getKey);
        Stream<String> amending = laws.entrySet().stream()
                .filter(other -> !other.getKey().equals(regime))
                .flatMap(other ->
                        other.getValue().exemptionsOf(regime, rule).map(exemption -> other.getKey() + "/" + exemption));
        return Stream.concat(own, amending).toList();
    }

    /** Those of the regimes that call the category, or one above it, sensitive. */
    List<String> sensitiveIn(String category, Set<String> regimes) {
        return regimes.stream()
                .filter(regime -> isUnder(category, law(regime).sensitive()))
                .toList();
    }

    /** Whether the regime calls the category sensitive, or may do so. Asked of every use, so what is known is remembered. */
    boolean mayBeSensitive(String regime, String category) {
        Map<String, Boolean> known = mayBeSensitive.get(regime);
        if (known == null || taxonomy.get(category).isEmpty()) {
            return isIn(law(regime), category);
        }
        return known.computeIfAbsent(category, each -> isIn(law(regime), each));
    }

    private boolean isIn(Law law, String category) {
        return isUnder(category, law.sensitive()) || isUnder(category, law.open());
    }

    private boolean isUnder(String category, Set<String> wide) {
        return wide.stream().anyMatch(each -> taxonomy.isUnder(category, each));
    }
}
