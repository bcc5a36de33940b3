package org.trainingaudit.detection;

import java.util.Set;

/** How sure a column's values make it that the column holds what a detector is for. */
final class ContentVote {

    /** Of which every tenth number has the right check digit. */
    static final Set<String> CHECKED = Set.of("payment_card", "government_id", "financial_account");

    private static final double PROOF = 0.9;
    private static final double GOOD = 0.6;
    private static final double WEAK = 0.35;
    private static final int MANY = 10;
    /** Of a column of names lists know so many, be it by one word each. */
    static final double OF_NAMES = 0.45;

    private static final double NAMES = 0.42;

    private final ColumnCounter counter;

    ContentVote(ColumnCounter counter) {
        this.counter = counter;
    }

    double content(Known detector, ColumnCounter.Tally tally) {
        double confidence = tally.confidence();
        double share = (double) tally.rows() / counter.filled();
        boolean names = detector.category().equals(ColumnFacts.PERSON) && share >= OF_NAMES && tally.rows() >= MANY / 2;
        boolean full = share >= 0.6 && tally.rows() >= MANY;
        if (confidence < GOOD && ((confidence >= WEAK && full) || (confidence >= NAMES && names))) {
            return Math.min(PROOF, 2 * confidence);
        }
        double scaled = confidence * Math.min(1, share / demanded(detector, confidence));
        boolean lonely = tally.rows() == 1 && confidence < PROOF && counter.filled() > 3;
        return lonely ? scaled / 2 : scaled;
    }

    /** In a column of nothing but numbers of the same kind some have the right check digit by chance. */
    private boolean isByChance(Known detector) {
        return CHECKED.contains(Special.root(detector.category()))
                && !counter.header().named().containsKey(detector.id())
                && counter.areNearlyAll(counter.numbers() + counter.count(ValueKind.CODE));
    }

    private double demanded(Known detector, double confidence) {
        if (isByChance(detector)) {
            return 0.6;
        }
        if (confidence >= PROOF) {
            return 0.02;
        }
        boolean prose = counter.count(ValueKind.TEXT) > counter.filled() / 2;
        return confidence >= GOOD ? (prose ? 0.03 : 0.15) : 0.6;
    }
}
