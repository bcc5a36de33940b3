package org.trainingaudit.detection;

/** The part of a detector that needs code: what it finds, and which rules it follows. */
interface Finder {

    /** Raised by whoever changes what the finder could answer. */
    int version();

    void find(Cell cell, Teller teller);

    /** Receives finds; knows which detector and category they belong to. */
    interface Teller {

        /** A find that stands on its own. */
        void tell(int start, int end, double confidence);

        /** A find that is worth more after a label; with 0 it counts only after one. */
        void tell(int start, int end, double alone, double labelled);
    }
}
