package org.trainingaudit.regime;

/** How two numbers, or two dates as days since 1970, are to stand to each other. */
enum Relation {
    EQUAL,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN;

    /** The least number that stands so to another. */
    long low(long other) {
        return switch (this) {
            case EQUAL, AT_LEAST -> other;
            case MORE_THAN -> other + 1;
            case AT_MOST, LESS_THAN -> Long.MIN_VALUE;
        };
    }

    /** The greatest number that stands so to another. */
    long high(long other) {
        return switch (this) {
            case EQUAL, AT_MOST -> other;
            case LESS_THAN -> other - 1;
            case AT_LEAST, MORE_THAN -> Long.MAX_VALUE;
        };
    }

    boolean holds(long one, long other) {
        return switch (this) {
            case EQUAL -> one == other;
            case AT_LEAST -> one >= other;
            case AT_MOST -> one <= other;
            case MORE_THAN -> one > other;
            case LESS_THAN -> one < other;
        };
    }
}
