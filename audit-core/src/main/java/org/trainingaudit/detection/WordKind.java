package org.trainingaudit.detection;

/**
 * Kinds of words that change what a phrase in the name of a column or table means. A file of {@code config/detectors} lists them
 * under {@code words:}, by the constant in lower case with hyphens; a new kind is a constant here, its words there, and where it is
 * asked in {@link HeaderWords}.
 */
enum WordKind {
    /** Words of a question that say whose what is asked is: behind "your" a sentence is a punishment. */
    WHOSE(Form.STANDS_IN_FULL),

    /** Words behind one of illness or crime by which a column numbers its rows: a {@code drug_exposure_id}. */
    KEYS(Form.STANDS_IN_FULL),

    /** Words by which such a number is a code all the same: a {@code drug_concept_id} is a drug. */
    CODES(Form.STANDS_IN_FULL),

    /** First words of names of columns that only flag or count. */
    FLAGS(Form.STANDS_IN_FULL),

    /** Whole names of columns that flag a sex, of groups as well as of people. */
    SEXES(Form.STANDS_IN_FULL),

    /** Whole names of columns that tell people apart by their account; beside other words they count them or name what they use. */
    ACCOUNTS(Form.STANDS_IN_FULL),

    /** Animals that people keep: a table named so is about them, a column of that name is about the people. */
    PETS(Form.STANDS_IN_FULL),

    /** Last words of a column that has the first half of somebody's name, where another has the last. */
    FIRST_HALVES(Form.STANDS_IN_FULL),

    /** Those of the other one. */
    LAST_HALVES(Form.STANDS_IN_FULL),

    /** Whole names of columns of names, be it of people or of things. */
    NAMES_OF_ANYTHING(Form.STANDS_IN_FULL),

    /** Ends of names in Japanese, Chinese and Korean by which a column counts people or households. */
    COUNTS_OF_PEOPLE(Form.STANDS_IN_FULL),

    /** Ends of such names by which it's the age at which something happened. */
    AGES_AT(Form.STANDS_IN_FULL),

    /** What 数 counts of one person, how often and of what in the body: 赤血球数; behind other characters it counts things or people. */
    COUNTED_OF_ONE(Form.STANDS_IN_FULL),

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
    AMBIGUOUS;

    private final Form form;

    WordKind() {
        this(Form.MAY_BE_SHORTENED);
    }

    WordKind(Form form) {
        this.form = form;
    }

    private enum Form {
        MAY_BE_SHORTENED,

        /** Words of grammar, short ones, and ends of words: no programmer shortens these. */
        STANDS_IN_FULL
    }

    /** Whether names of columns may be shortened from its words, so that they are written out to them ({@link NamesInFull}). */
    boolean isShortened() {
        return form == Form.MAY_BE_SHORTENED;
    }
}
