package org.trainingaudit.use;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.Node;

/**
 * Decides whether an event tells of training, by the first rule that speaks: a tag of the job or the run, the kind of what
 * is written, the job's type, the job's name. None that speaks means unknown, never no.
 */
final class TrainingRules {

    private static final Map<String, String> ACTIVITIES = Map.of(
            "training", "train-own",
            "train", "train-own",
            "pretraining", "train-own",
            "fine-tuning", "fine-tune",
            "finetuning", "fine-tune",
            "evaluation", "evaluate",
            "model_training", "train-own",
            "fine_tuning", "fine-tune",
            "fine_tune", "fine-tune");

    private static final Pattern TUNING_NAME = word("fine[-_]?tun(e|ing)");
    private static final Pattern TRAINING_NAME = word("(pre)?train(ing)?");

    private TrainingRules() {}

    private static Pattern word(String word) {
        return Pattern.compile("(^|[^a-z])" + word + "([^a-z]|$)");
    }

    /** What the run does with its inputs, as a value of the fact {@code activity}. */
    static Optional<String> activity(Node event) {
        return tag(event)
                .or(() -> model(event))
                .or(() ->
                        Tree.text(event, "job", "facets", "jobType", "jobType").flatMap(TrainingRules::known))
                .or(() -> Tree.text(event, "job", "name").flatMap(TrainingRules::named));
    }

    private static Optional<String> tag(Node event) {
        return List.of("job", "run").stream()
                .flatMap(where -> Tree.items(event, where, "facets", "tags", "tags").stream())
                .filter(tag -> Tree.text(tag, "key").filter("ai.use"::equals).isPresent())
                .flatMap(tag -> Tree.text(tag, "value").flatMap(TrainingRules::known).stream())
                .findFirst();
    }

    private static Optional<String> model(Node event) {
        return Tree.items(event, "outputs").stream()
                .flatMap(output -> Tree.text(output, "facets", "datasetType", "datasetType").stream())
                .filter(type -> type.equalsIgnoreCase("MODEL"))
                .map(type -> "train-own")
                .findFirst();
    }

    private static Optional<String> known(String word) {
        return Optional.ofNullable(ACTIVITIES.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> named(String job) {
        String name = job.toLowerCase(Locale.ROOT);
        if (TUNING_NAME.matcher(name).find()) {
            return Optional.of("fine-tune");
        }
        return TRAINING_NAME.matcher(name).find() ? Optional.of("train-own") : Optional.empty();
    }
}
