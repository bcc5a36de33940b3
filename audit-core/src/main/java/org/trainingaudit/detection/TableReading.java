package org.trainingaudit.detection;

import java.util.HashSet;
import java.util.Set;

/**
 * What a table says of each of its columns.
 *
 * @param ofPeople whether its rows are people, by its name or by another column
 * @param ofSomebody whether anything in it tells people apart, be it a number, and it isn't a list of things
 * @param nobodys whether its rows are things, places or groups, and nothing in it tells people apart: a list of diseases
 *     is about nobody's health
 * @param ofAnimals whether it's about animals, and perhaps about people who have to do with them
 * @param ofUnknown whether it has some columns, and none of them tells people apart
 * @param named detectors of which the table's name speaks: a table called "addresses" makes "house" an address
 * @param topics first parts of the categories that it's about, by its name or by two of its columns
 * @param near first parts of the categories of which the table's name or any column speaks that isn't ambiguous
 * @param halves columns by which a name is in two halves
 */
record TableReading(
        boolean ofPeople,
        boolean ofSomebody,
        boolean nobodys,
        boolean ofAnimals,
        boolean ofUnknown,
        Set<String> named,
        Set<String> topics,
        Set<String> near,
        Set<HeaderReading.Half> halves) {

    /** What its name alone says. */
    static TableReading of(String name, Detectors detectors) {
        Set<String> named = HeaderReading.of(name, detectors).named().keySet();
        Set<String> topics = new HashSet<>();
        detectors
                .headerWords()
                .topics()
                .of(name)
                .forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        named.forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        return new TableReading(
                detectors.headerWords().isTableOfPeople(name),
                false,
                false,
                detectors.headerWords().isTableOfAnimals(name),
                false,
                named,
                topics,
                topics,
                Set.of());
    }
}
