package org.trainingaudit.use;

import java.util.Optional;
import java.util.Set;

/**
 * Whether {@code solePurposeStatistical} can be true beside the other facts. Nobody can just tick it: it is false as soon
 * as the output is used on persons, and a model that may give back its training data needs a test to show that it
 * doesn't. Before any training, nothing of that can be known yet.
 */
final class StatisticalPurpose {

    static final String FACT = "solePurposeStatistical";

    private static final Set<String> ON_PERSONS =
            Set.of("profiling", "biometric-recognition", "adm-significant", "emotion");
    private static final Set<String> BEFORE_TRAINING = Set.of("acquire", "bias-correction", "evaluate");

    private StatisticalPurpose() {}

    /**
     * What stands against it.
     *
     * @param excluded whether it is false; else it can't be known
     */
    record Doubt(boolean excluded, String observed, String evidence) {}

    /** What stands against it; nothing where these facts leave it open. */
    static Optional<Doubt> doubt(Facts facts) {
        return contrary(facts).map(evidence -> {
            boolean excluded = !isBeforeTraining(facts) && !evidence.startsWith("modelKind: generative");
            return new Doubt(excluded, excluded ? "false" : "can't be known", evidence);
        });
    }

    /** Whether somebody claims it. */
    static boolean isClaimed(Facts facts) {
        return facts.flag(FACT).orElse(false);
    }

    private static boolean isBeforeTraining(Facts facts) {
        Set<String> activities = facts.members("activity");
        return !activities.isEmpty() && BEFORE_TRAINING.containsAll(activities);
    }

    private static Optional<String> contrary(Facts facts) {
        Optional<String> kind = facts.text("modelKind");
        Optional<String> reproduces = facts.text("outputReproducesIndividuals");
        if (facts.flag("individualDecisionUse").orElse(false)) {
            return Optional.of("individualDecisionUse: true");
        }
        if (kind.filter(ON_PERSONS::contains).isPresent()) {
            return Optional.of("modelKind: " + kind.get());
        }
        if (reproduces.filter("yes"::equals).isPresent()) {
            return Optional.of("outputReproducesIndividuals: yes");
        }
        boolean untested = reproduces.filter("no"::equals).isEmpty();
        return kind.filter("generative"::equals)
                .filter(generative -> untested)
                .map(generative -> "modelKind: generative, and no test shows that it doesn't reproduce individuals");
    }
}
