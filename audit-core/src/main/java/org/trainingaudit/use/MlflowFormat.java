package org.trainingaudit.use;

import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Answers of an MLflow tracking server to a search for runs, saved as a file. */
final class MlflowFormat implements CollectFormat {

    @Override
    public boolean recognises(Document document) {
        return document.first().filter(MlflowFormat::isAnswer).isPresent();
    }

    static boolean isAnswer(Node root) {
        return Tree.items(root, "runs").stream()
                .anyMatch(run -> Tree.at(run, "info").isPresent());
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        MlflowRuns runs = new MlflowRuns("mlflow", seen);
        document.first()
                .ifPresent(root -> Tree.items(root, "runs").forEach(run -> {
                    if (Tree.text(run, "info", "run_id").isEmpty()) {
                        faults.add(run.at(), "'info' has no 'run_id'; MLflow gives each run one");
                    }
                    runs.add(run, document.origin(run));
                }));
        return Optional.of(runs.collected(document.file().toString()));
    }
}
