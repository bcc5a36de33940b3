package org.trainingaudit.operate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.LawReviews;
import org.trainingaudit.setup.Configuration;

/** Keeps dropped answers of authorities and raises what has to be looked at. It never changes a pack. */
@Component
public class LawWatcher {

    private final LawReviews reviews;
    private final TransactionTemplate transactions;
    private final Configuration configuration;
    private final Clock clock;

    LawWatcher(LawReviews reviews, PlatformTransactionManager transactions, Configuration configuration, Clock clock) {
        this.reviews = reviews;
        this.transactions = new TransactionTemplate(transactions);
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Keeps the answers, each in place of the law's last one, and opens a review finding for each regime that differs; a
     * finding whose pack now agrees is closed. All of it or nothing.
     */
    public void record(List<LawFile> files) {
        LocalDate today = configuration.settings().nightly().today(clock);
        String moment = clock.instant().toString();
        transactions.executeWithoutResult(status ->
                files.forEach(file -> reviews.take(file.answer(), file.content().bytes(), today, moment)));
    }
}
