package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<HeaderReading.Half> halves) {

    /** With one of these in the table, the table is about people. */
    private static final Set<String> OF_PEOPLE =
            Set.of("contact.name", "contact.email", "birth_date", "government_id", "government_id.jp_my_number");

    /** Of so many columns one would tell people apart if the rows were about them. */
    private static final int SOME = 5;

    private static final double SURE = 0.8;
    private static final double SURE_ENOUGH = 0.65;

    /** So many columns, and so large a share of them, make a topic. */
    private static final int COLUMNS = 2;

    private static final double TOPIC = 0.2;

    /** Of whose columns more are special is no table of things, whatever its other columns are called. */
    private static final double MOST = 0.4;

    /** What its name alone says. */
    static TableReading of(String name, Detectors detectors) {
        Set<String> named = HeaderReading.of(name, detectors).named().keySet();
        Set<String> topics = new HashSet<>();
        detectors
                .headerWords()
                .about(name)
                .forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        named.forEach(id -> topics.add(Special.root(detectors.known(id).category())));
        return new TableReading(
                detectors.headerWords().speakOfPeople(name),
                false,
                false,
                detectors.headerWords().animals().isIn(name),
                false,
                named,
                topics,
                Set.of());
    }

    /** What it says besides when its columns are known. */
    TableReading with(String name, List<HeaderReading> headers, List<Classification> told, Detectors detectors) {
        boolean people = ofPeople
                || told.stream().anyMatch(one -> one.confidence() >= SURE && OF_PEOPLE.contains(one.category()));
        boolean somebody = people
                || headers.stream().anyMatch(HeaderReading::ofSomebody)
                || told.stream().anyMatch(one -> one.category().equals("health.record_id"));
        boolean things = detectors.headerWords().things().isIn(name)
                || (headers.stream().anyMatch(HeaderReading::ofThings) && special(told) <= MOST * headers.size());
        boolean animals = ofAnimals || headers.stream().anyMatch(HeaderReading::ofAnimals);
        Set<HeaderReading.Half> halves =
                headers.stream().flatMap(header -> header.half().stream()).collect(Collectors.toSet());
        return new TableReading(
                people,
                somebody && !things,
                animals || (things && !somebody),
                animals,
                !somebody && headers.size() >= SOME,
                named,
                topics(told, headers.size()),
                halves);
    }

    private static long special(List<Classification> told) {
        return told.stream()
                .filter(one -> Special.is(one.category()))
                .map(Classification::column)
                .distinct()
                .count();
    }

    private Set<String> topics(List<Classification> told, int all) {
        Map<String, Set<String>> columns = new HashMap<>();
        told.stream()
                .filter(one -> one.confidence() >= SURE_ENOUGH)
                .forEach(one -> columns.computeIfAbsent(Special.root(one.category()), key -> new HashSet<>())
                        .add(one.column()));
        Set<String> found = new HashSet<>(topics);
        columns.forEach((topic, of) -> {
            if (of.size() >= Math.max(COLUMNS, TOPIC * all)) {
                found.add(topic);
            }
        });
        return found;
    }
}
