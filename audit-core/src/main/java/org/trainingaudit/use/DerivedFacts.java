package org.trainingaudit.use;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the facts that the program sets itself. Which of them nobody can state says {@code docs/derived-facts.md}, with what each is set from. */
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

    /** Whether the scan found with certainty a category that the register doesn't declare; see {@link Reconciliation}. */
    public static final String SCAN_FOUND_UNDECLARED_CATEGORIES = "scanFoundUndeclaredCategories";

    /** The categories as the register has them, before what the scan found is added to {@code categories}. */
    public static final String CATEGORIES_DECLARED = "categoriesDeclared";

    /** True where the use was only seen and no register declares it; absent otherwise. */
    public static final String USE_UNDECLARED = "useUndeclared";

    /** What tools saw being done with the dataset of a use that is declared too; {@code activity} has what is declared. */
    public static final String ACTIVITY_OBSERVED = "activityObserved";

    /** True where each training of the dataset's source would have been seen and this one wasn't; absent otherwise. */
    public static final String USE_NOT_OBSERVED = "useNotObserved";

    /** The ids under which a declared use was seen. */
    public static final String SEEN_AS = "seenAs";

    /** Through which jobs and datasets the dataset reaches the training; absent where the training reads it itself. */
    public static final String USED_THROUGH = "usedThrough";

    /** Columns of the dataset of which column lineage says that they reach the training; absent where it says nothing. */
    public static final String COLUMNS_USED = "columnsUsed";

    /** Those that reach it only through a transformation that masks them. */
    public static final String COLUMNS_USED_MASKED = "columnsUsedMasked";

    /** For what tags say that the data are used. From {@code tells} of the configuration, as the next three are. */
    public static final String PURPOSES_OBSERVED = "purposesObserved";

    /** In which countries the training was seen to run. */
    public static final String TRAINING_LOCATION_OBSERVED = "trainingLocationObserved";

    /** To whom the data, or what is made of them, were seen to go. */
    public static final String RECIPIENTS_OBSERVED = "recipientsObserved";

    /** What tags say of the people's consent. */
    public static final String CONSENT_OBSERVED = "consentObserved";

    /** Whom lineage events name as the dataset's owners. */
    public static final String DATASET_OWNERS_OBSERVED = "datasetOwnersObserved";

    /** The versions of the dataset that lineage and trackers name. */
    public static final String DATASET_VERSIONS_OBSERVED = "datasetVersionsObserved";

    /**
     * What was seen otherwise than it is declared, of purpose, place, recipient and consent. Empty where something could be
     * compared and agreed; absent where nothing could.
     */
    public static final String OBSERVED_OTHERWISE = "observedOtherwise";

    /** Rows of a hundred that no column on consent shows as consented; absent where the dataset has no such column. */
    public static final String ROWS_WITHOUT_CONSENT_PERCENT = "rowsWithoutConsentPercent";

    /**
     * Rows of a hundred that no other row equals in the columns that tell people apart without naming them, such as birth
     * date, sex and postcode. From the scan of the use's dataset; absent where it has fewer than two such columns.
     */
    public static final String UNIQUE_ROWS_PERCENT = "uniqueRowsPercent";

    /** How many rows share the rarest combination of those columns: the k of k-anonymity. */
    public static final String SMALLEST_GROUP = "smallestGroup";

    /** Countries to which the data go or from which they are reached, other than the actor's own. */
    public static final String TRANSFER_COUNTRIES = "transferCountries";

    /** Laws under which all countries of the recipient are listed as adequate without reserve, on the day of the run. */
    public static final String RECIPIENT_ADEQUATE_UNDER = "recipientAdequateUnder";

    /** Laws under which all are listed, at least one of them on a condition that isn't known to hold. */
    public static final String RECIPIENT_ADEQUATE_CONDITIONALLY = "recipientAdequateConditionally";

    /**
     * Rows of a hundred, rounded up, whose combination of values no other row has in the quasi-identifiers that are declared of
     * the dataset; an estimate where there are very many combinations. Absent where no key is declared, where the dataset lacks
     * one of its columns, and where none was found but some may be.
     */
    public static final String KEY_UNIQUE_ROWS_PERCENT = "keyUniqueRowsPercent";

    /** The same of rows that share their combination with fewer others than is declared. */
    public static final String KEY_SMALL_GROUPS_PERCENT = "keySmallGroupsPercent";

    /**
     * Rows of the rarest combination of the declared quasi-identifiers. Absent unless every row was read, and every group
     * counted or one found that is a single row.
     */
    public static final String K_ANONYMITY = "kAnonymity";

    /** Different values of the least diverse sensitive column in a group, at most 16; absent as {@link #K_ANONYMITY} is. */
    public static final String L_DIVERSITY = "lDiversity";

    /** The same by entropy, in hundredths, rounded down; 100 where some group has one value only. */
    public static final String L_DIVERSITY_ENTROPY = "lDiversityEntropyHundredths";

    /** Letters of the identifiers of HIPAA's Safe Harbor that the scan found. Absent where the dataset wasn't scanned. */
    public static final String SAFE_HARBOR_PRESENT = "safeHarborPresent";

    /** Letters of those of which it can't be said whether they are there. */
    public static final String SAFE_HARBOR_UNKNOWN = "safeHarborUnknown";

    /** Those that say how far rows can be told apart without a name. */
    static final Set<String> OF_SINGLING_OUT = Set.of(
            UNIQUE_ROWS_PERCENT,
            SMALLEST_GROUP,
            KEY_UNIQUE_ROWS_PERCENT,
            KEY_SMALL_GROUPS_PERCENT,
            K_ANONYMITY,
            L_DIVERSITY,
            L_DIVERSITY_ENTROPY);

    /** Those that reconciling sets anew, whatever is declared of them. */
    static final Set<String> OF_RECONCILIATION = Stream.concat(
                    OF_SINGLING_OUT.stream(),
                    Stream.of(
                            CATEGORIES_UNCERTAIN,
                            SCAN_CONTRADICTS_IDENTIFIABILITY,
                            SCAN_FOUND_UNDECLARED_CATEGORIES,
                            CATEGORIES_DECLARED,
                            SAFE_HARBOR_PRESENT,
                            SAFE_HARBOR_UNKNOWN,
                            ROWS_WITHOUT_CONSENT_PERCENT,
                            OBSERVED_OTHERWISE))
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> NOT_TO_BE_STATED = Set.of(
            STATED_WITH_FAULTS,
            CATEGORIES_UNCERTAIN,
            SCAN_CONTRADICTS_IDENTIFIABILITY,
            SCAN_FOUND_UNDECLARED_CATEGORIES,
            CATEGORIES_DECLARED,
            USE_UNDECLARED,
            USE_NOT_OBSERVED,
            ACTIVITY_OBSERVED,
            SEEN_AS,
            USED_THROUGH,
            COLUMNS_USED,
            COLUMNS_USED_MASKED,
            UNIQUE_ROWS_PERCENT,
            SMALLEST_GROUP,
            KEY_UNIQUE_ROWS_PERCENT,
            KEY_SMALL_GROUPS_PERCENT,
            K_ANONYMITY,
            L_DIVERSITY,
            L_DIVERSITY_ENTROPY,
            SAFE_HARBOR_PRESENT,
            SAFE_HARBOR_UNKNOWN,
            PURPOSES_OBSERVED,
            TRAINING_LOCATION_OBSERVED,
            RECIPIENTS_OBSERVED,
            CONSENT_OBSERVED,
            DATASET_OWNERS_OBSERVED,
            DATASET_VERSIONS_OBSERVED,
            OBSERVED_OTHERWISE,
            ROWS_WITHOUT_CONSENT_PERCENT,
            TRANSFER_COUNTRIES,
            RECIPIENT_ADEQUATE_UNDER,
            RECIPIENT_ADEQUATE_CONDITIONALLY);

    private DerivedFacts() {}

    static String refusal(String name) {
        return "fact '" + name + "' is set by the program; take it out, nobody can state it";
    }
}
