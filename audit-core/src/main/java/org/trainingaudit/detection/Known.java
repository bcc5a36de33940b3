package org.trainingaudit.detection;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of each detector, also of those that have names alone.
 *
 * @param number its place among the detectors of a configuration, from 0
 * @param like a detector whose matches are this one's in a column that the names announce
 * @param ofPeople whether it's nobody's unless other columns or the table's name speak of people
 * @param unlike kinds of value that contradict the names
 */
record Known(
        int number,
        String id,
        String category,
        String version,
        Optional<String> like,
        boolean ofPeople,
        Set<ValueKind> unlike) {}
