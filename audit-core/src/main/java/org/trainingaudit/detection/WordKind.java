package org.trainingaudit.detection;

/**
 * Kinds of words that change what a phrase in the name of a column or table means. A file of {@code config/detectors} lists them
 * under {@code words:}, by the constant in lower case with hyphens; a new kind is a constant here, its words there, and where it is
 * asked in {@link HeaderWords}.
 */
enum WordKind {
    /** Words after a column's phrase that make it speak about the value rather than hold it. */
    ABOUT_VALUES,

    /**
     * Words that, right behind one of health, crime or belief, make it a place, a price or a thing: a 検査料 is paid, a 接種会場 lies
     * somewhere. Only of scripts without spaces.
     */
    PROVIDERS,

    /** Words for people in names of tables and columns. */
    PEOPLE,

    /** Names of columns that tell rows apart by the person they are about. */
    SOMEBODY,

    /** Words for things, places and groups of people in names of tables and columns. */
    THINGS,

    /** Words for organisations: a {@code vendor_tax_id} is no person's. */
    ORGANISATIONS,

    /** Words by which a column speaks of a share of many people and of nobody. */
    SHARES,

    /** Names of columns that together with others single people out though none of them names anybody. */
    QUASI,

    /** Names of columns that hold ages. */
    AGES,

    /** Names of columns that hold postal codes. */
    AREAS,

    /** First three digits of ZIP codes whose areas have few people. */
    SMALL_AREAS,

    /** Whole names of columns that say of each row whether its person consented. */
    CONSENT,

    /** Those that say so of a withdrawal. */
    CONSENT_WITHDRAWN,

    /** Words for people that, in a column's name, may count them or stand for something else. */
    MANY,

    /** Units and numbers that may stand at the end of a column's name. */
    UNITS,

    /** Words for parts of somebody's name. */
    PARTS_OF_NAMES,

    /** Words for things that have names as people do: before "name" they make it nobody's. */
    NAMELESS,

    /** Words beside "name" that say nothing of whose it is. */
    NEUTRAL,

    /** Words of columns about animals, whose weight and illness is no person's. */
    ANIMALS,

    /** Words before what somebody lives in or is reached by: a {@code billing_zip} is a customer's. */
    OWN,

    /** Words for people who act for something, whose rows aren't about them: a manager, a contact person. */
    OFFICES,

    /** Whole names of columns that say how the one before is read. */
    READINGS,

    /** Words at the beginning or end of a column's name by which it counts or sums up. */
    COUNTS,

    /** Words by which a table sums up by groups: by age, by state. */
    SUMS,

    /** Words for areas, times and groups by which a table's rows sum up, where its other columns are amounts and counts. */
    DIMENSIONS,

    /** Whole names of columns that say how many rows a group has, where nobody stands alone any more. */
    FREQUENCIES,

    /** The same, where most numbers are large. */
    HEADCOUNTS,

    /** Whole names of columns a flag of which says that somebody belongs there: black, union. */
    MARKS,

    /** Whole names of columns that number a table's rows. */
    ROW_NUMBERS,

    /** Words behind one for people by which something is for them or costs them: a {@code patient_price} tells no patient apart. */
    SERVICES,

    /** Whole names of columns that say something special only beside others that do: a race is run, too. */
    AMBIGUOUS
}
