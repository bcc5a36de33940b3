package org.trainingaudit.detection;

import java.util.Set;

/**
 * What a table says of each of its columns.
 *
 * @param ofPeople whether its rows are people, by its name or by another column
 * @param named detectors of which the table's name speaks: a table called "addresses" makes "house" an address
 */
record TableReading(boolean ofPeople, Set<String> named) {

    /** What its name alone says. */
    static TableReading of(String name, Detectors detectors) {
        return new TableReading(
                detectors.headerWords().speakOfPeople(name),
                HeaderReading.of(name, detectors).named().keySet());
    }

    TableReading withPeople() {
        return new TableReading(true, named);
    }
}
