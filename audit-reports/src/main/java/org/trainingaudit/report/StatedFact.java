package org.trainingaudit.report;

/** One fact of a use: its value, who says so, and the days on which it was said and until which it holds. */
record StatedFact(String name, Stated stated, String origin, String recorded, String since, String until) {

    /** The value as text. */
    String value() {
        return stated.plain();
    }

    /** The day on which it was stated, or else the one from which it holds; empty where neither is told. */
    String statedOn() {
        return recorded.isEmpty() ? since : recorded;
    }

    /** The value as a report may show it: a number of people as a band, and so the age of one. */
    String shown() {
        if (name.equals("minAge")) {
            return Bands.ofAge(value());
        }
        boolean people = name.equals("distinctSubjects")
                || name.equals("breachPersons")
                || name.startsWith("subjectsBy.")
                || name.startsWith("usPersonsByType.");
        return people ? Bands.of(value()) : value();
    }
}
