package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing.Listed;

/** What {@code audit review} does, wherever the database is open. */
interface ReviewActs {

    /** All reviews, or those of one dataset. */
    List<Listed> list(Optional<String> dataset);

    Listed review(ReviewRequest request);

    Listed withdraw(long number, String by, String reason);
}
