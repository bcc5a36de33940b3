package org.trainingaudit.detection;

/** A detector whose values need code to be found. */
record Coded(Known of, Finder finder) {

    void find(Cell cell, Found found) {
        if (!finder.isForLabelled() || cell.isLabelled(of)) {
            finder.find(cell, new Teller(of, cell, found));
        }
    }
}
