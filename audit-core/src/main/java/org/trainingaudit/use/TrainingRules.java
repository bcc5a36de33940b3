package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * Decides whether a job tells of training, by the first rule that speaks. None that speaks means unknown, never no: there is
 * no rule that says "no training".
 *
 * <p>A rule is one condition and what it means: {@code {jobType: [TRAINING], means: train-own}}. Words are compared without
 * regard to case, {@code -}, {@code _} and blanks; {@code jobName} asks for a whole word of the name.
 */
public final class TrainingRules {

    static final String DEFAULTS = """
            - {tag: ai.use, is: [fine-tuning, fine-tune], means: fine-tune}
            - {tag: ai.use, is: [training, train, pretraining, model-training], means: train-own}
            - {tag: ai.use, is: [evaluation, evaluate], means: evaluate}
            - {tag: mlflow.data.context, is: [training, train], means: train-own}
            - {tag: mlflow.data.context, is: [validation, test, evaluation, eval], means: evaluate}
            - {outputType: [MODEL], means: train-own}
            - {jobType: [fine-tuning, fine-tune, model-fine-tuning], means: fine-tune}
            - {jobType: [training, train, pretraining, model-training, train-ai-system], means: train-own}
            - {jobType: [evaluation, evaluate], means: evaluate}
            - {jobName: [finetune, finetuning, fine-tune, fine-tuning, fine_tune, fine_tuning], means: fine-tune}
            - {jobName: [train, training, pretrain, pretraining], means: train-own}
            - {format: [mlflow], means: train-own}
            """;

    /**
     * What is known of a job.
     *
     * @param format what kind of document tells of it
     * @param name its name, without its namespace
     * @param types its types
     * @param outputTypes the types of what it writes
     * @param tags its tags and those of its run and inputs, each with its values
     */
    record Job(String format, String name, Set<String> types, Set<String> outputTypes, Map<String, Set<String>> tags) {}

    /** One rule as written. */
    private record Rule(
            Location at,
            Optional<Text> tag,
            List<String> is,
            List<String> outputType,
            List<String> jobType,
            List<String> jobName,
            List<String> format,
            Text means) {

        boolean speaks(Job job, String name) {
            if (tag.isPresent()) {
                return anyIn(is, job.tags().getOrDefault(tag.get().value(), Set.of()));
            }
            return anyIn(outputType, job.outputTypes())
                    || anyIn(jobType, job.types())
                    || jobName.stream().anyMatch(word -> hasWord(name, word.toLowerCase(Locale.ROOT)))
                    || anyIn(format, Set.of(job.format()));
        }

        private static boolean anyIn(List<String> words, Set<String> found) {
            return !found.isEmpty()
                    && words.stream()
                            .anyMatch(word ->
                                    found.stream().anyMatch(one -> plain(one).equals(plain(word))));
        }

        int conditions() {
            return (tag.isPresent() ? 1 : 0)
                    + (outputType.isEmpty() ? 0 : 1)
                    + (jobType.isEmpty() ? 0 : 1)
                    + (jobName.isEmpty() ? 0 : 1)
                    + (format.isEmpty() ? 0 : 1);
        }
    }

    private final List<Rule> rules;

    private TrainingRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that count where the configuration has none. */
    public static TrainingRules defaults() {
        Faults faults = new Faults();
        Optional<Node> written = ConfigFile.of("training rules", DEFAULTS).parse(faults);
        TrainingRules rules =
                new TrainingRules(written.map(list -> Binder.camelCase(faults).bindList(list, Rule.class))
                        .orElse(List.of()));
        faults.throwIfAny();
        return rules;
    }

    /** The rules of a list; those with a fault are missing and the fault is told. */
    static TrainingRules of(Node written, FactCatalogue catalogue, Faults faults) {
        Set<String> activities =
                catalogue.find("activity").map(FactDefinition::values).orElse(Set.of());
        List<Rule> good = new ArrayList<>();
        for (Rule rule : Binder.camelCase(faults).bindList(written, Rule.class)) {
            int before = faults.count();
            check(rule, activities, faults);
            if (faults.count() == before) {
                good.add(rule);
            }
        }
        return new TrainingRules(good);
    }

    private static void check(Rule rule, Set<String> activities, Faults faults) {
        if (rule.conditions() != 1) {
            faults.add(
                    rule.at(),
                    "a rule has exactly one of 'tag' (with 'is'), 'outputType', 'jobType', 'jobName' and 'format', but this has "
                            + rule.conditions());
        }
        if (rule.tag().isPresent() == rule.is().isEmpty()) {
            faults.add(rule.at(), "'tag' names the tag and 'is' its values; one stands here without the other");
        }
        if (!activities.contains(rule.means().value())) {
            faults.add(
                    rule.means().at(),
                    "'means' must be one of " + new TreeSet<>(activities) + ", but was '" + rule.means() + "'"
                            + Nearest.hint(rule.means().value(), activities));
        }
    }

    /** The tags that any rule asks for. */
    Set<String> tagNames() {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> rule.tag().ifPresent(tag -> names.add(tag.value())));
        return names;
    }

    /** What the job does with its inputs, as a value of the fact {@code activity}; empty means unknown. */
    Optional<String> activity(Job job) {
        String name = job.name().toLowerCase(Locale.ROOT);
        for (Rule rule : rules) {
            if (rule.speaks(job, name)) {
                return Optional.of(rule.means().value());
            }
        }
        return Optional.empty();
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /** Whether the word stands in the name with no letter before or behind it. */
    private static boolean hasWord(String name, String word) {
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetter(name.charAt(at - 1));
            if (begins && (end == name.length() || !Character.isLetter(name.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
