package org.trainingaudit.detection;

/** What a classification rests on. */
public enum Evidence {
    /** The values alone. */
    CONTENT,
    /** The column's name alone. */
    NAME,
    /** The column's name and its values. */
    BOTH
}
