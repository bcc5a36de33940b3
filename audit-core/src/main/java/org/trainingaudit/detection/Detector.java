package org.trainingaudit.detection;

/** Finds one category in the value of a cell or in a text. Unchangeable; one instance serves many threads. */
interface Detector {

    /** Published in reports; never renamed. */
    String id();

    /** Differs whenever the detector could answer differently. */
    String version();

    /** The category it finds. */
    String category();

    /** Tells each match; they may overlap. */
    void find(Cell cell, Found found);
}
