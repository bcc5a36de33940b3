package org.trainingaudit.detection;

/** Receives what a detector finds, in offsets of the folded text. */
interface Found {

    void add(Match match);
}
