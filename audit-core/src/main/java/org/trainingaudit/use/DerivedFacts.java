package org.trainingaudit.use;

import java.util.Set;

/** Names of the facts that the program sets itself. Nobody can state them; {@link Reconciliation} says more. */
public final class DerivedFacts {

    /**
     * True where something that was stated of the use could not be read; absent otherwise. Set by {@link Registers} and
     * {@link UseLines}, with the place as its origin. Certain. A use that has it is never compliant.
     */
    public static final String STATED_WITH_FAULTS = "statedWithFaults";

    /**
     * Categories that the scan found with too little confidence to count them in {@code categories}. From the scan of
     * the use's dataset. Absent where the dataset wasn't scanned to its end and none was found.
     */
    public static final String CATEGORIES_UNCERTAIN = "categoriesUncertain";

    /**
     * Whether the scan found what the claimed {@code identifiability} excludes: true where it did with certainty, false
     * where a whole scan found no trace, absent where that is open or the claim is none that a scan could refute.
     */
    public static final String SCAN_CONTRADICTS_IDENTIFIABILITY = "scanContradictsIdentifiability";

    /**
     * Rows of a hundred that no other row equals in the columns that tell people apart without naming them, such as birth
     * date, sex and postcode. From the scan of the use's dataset; absent where it has fewer than two such columns.
     */
    public static final String UNIQUE_ROWS_PERCENT = "uniqueRowsPercent";

    /** How many rows share the rarest combination of those columns: the k of k-anonymity. */
    public static final String SMALLEST_GROUP = "smallestGroup";

    static final Set<String> NOT_TO_BE_STATED = Set.of(
            STATED_WITH_FAULTS,
            CATEGORIES_UNCERTAIN,
            SCAN_CONTRADICTS_IDENTIFIABILITY,
            UNIQUE_ROWS_PERCENT,
            SMALLEST_GROUP);

    private DerivedFacts() {}

    static String refusal(String name) {
        return "fact '" + name + "' is set by the program; take it out, nobody can state it";
    }
}
