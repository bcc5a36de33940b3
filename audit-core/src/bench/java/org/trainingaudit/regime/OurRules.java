package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** The rules as a pack of ours. */
final class OurRules {

    private static final String QUESTION = "question: {en: Which?, ja: どれですか。}";

    private OurRules() {}

    static Judge compile(List<RandomRules.Rule> rules) {
        StringBuilder pack = new StringBuilder("""
                regime: bench
                name: {en: Bench, ja: 計測}
                jurisdiction: JP
                timezone: Asia/Tokyo
                steps:
                  base: {date: 2020-01-01, certainty: fixed}
                rules:
                """);
        for (int i = 0; i < rules.size(); i++) {
            pack.append(
                    "  - {id: R%d, kind: duty, from: base, citation: Art. %d, title: {en: Rule, ja: 規則}, requires: %s}%n"
                            .formatted(i, i + 1, rules.get(i).ours()));
        }
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(
                ConfigFile.of(
                        "taxonomy.yaml", "categories:\n  contact: {name: {en: Contact, ja: 連絡先}, since: \"0.1\"}\n"),
                ConfigFile.of("facts.yaml", facts()),
                ConfigFile.of("regimes/countries.yaml", "XX: [JP]\n"),
                ConfigFile.of("regimes/bench.yaml", pack.toString()));
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        Regimes regimes = Regimes.load(files, taxonomy, FactCatalogue.load(files, taxonomy, faults), faults);
        faults.throwIfAny();
        return regimes.judge(JudgeOptions.asOf(LocalDate.of(2026, 11, 21)));
    }

    private static String facts() {
        String words = String.join(", ", RandomRules.words());
        return RandomRules.names().stream()
                .map(name -> "  " + name + ": {"
                        + switch (name.charAt(0)) {
                            case 's' -> "type: choice, values: [" + words + "]";
                            case 'n' -> "type: integer";
                            case 'b' -> "type: boolean";
                            default -> "type: set, values: [" + words + "]";
                        }
                        + ", " + QUESTION + "}")
                .collect(Collectors.joining("\n", "facts:\n", "\n"));
    }

    static Facts facts(ThirtyFacts use) {
        List<Fact> facts = new ArrayList<>();
        for (String name : RandomRules.names()) {
            facts.add(Fact.of(name, value(use.get(name)), "bench"));
        }
        return Facts.of(facts);
    }

    private static FactValue value(Object value) {
        if (value instanceof String text) return new FactValue.Text(text);
        if (value instanceof Long number) return new FactValue.Whole(number);
        if (value instanceof Boolean answer) return new FactValue.Bool(answer);
        return FactValue.Members.of(
                ((List<?>) value).stream().map(String::valueOf).toList());
    }

    /** How many rules are met. */
    static int matches(Evaluation evaluation) {
        int matches = 0;
        for (byte outcome : evaluation.outcomes) {
            matches += outcome == Codes.SATISFIED ? 1 : 0;
        }
        return matches;
    }
}
