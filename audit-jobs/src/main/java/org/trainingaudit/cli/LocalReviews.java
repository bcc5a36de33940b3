package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing;
import org.trainingaudit.operate.Reviewing.Listed;

/** Reviews of a database that this process has open. */
final class LocalReviews implements ReviewActs {

    private final Reviewing reviewing;

    LocalReviews(AuditContext context) {
        this.reviewing = context.get(Reviewing.class);
    }

    @Override
    public List<Listed> list(Optional<String> dataset) {
        return dataset.map(reviewing::of).orElseGet(reviewing::all);
    }

    @Override
    public Listed review(ReviewRequest request) {
        return new Listed(reviewing.review(request), false);
    }

    @Override
    public Listed withdraw(long number, String by, String reason) {
        return new Listed(reviewing.withdraw(number, by, reason), false);
    }
}
