package org.trainingaudit.use;

/** What kind of value a fact has. */
public enum FactType {
    /** True or false. */
    BOOLEAN,
    /** Free text or a reference. */
    TEXT,
    /** One of the catalogue's values. */
    CHOICE,
    /** A whole number. */
    INTEGER,
    /** A calendar date. */
    DATE,
    /** A set of the catalogue's values, of country codes, of category ids, or of free names. */
    SET
}
