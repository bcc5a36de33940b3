package org.trainingaudit.api;

import java.util.List;

/** A parameter that is one of a few words; what is none of them mustn't be answered as if nothing had been asked. */
final class Choice {

    private Choice() {}

    /**
     * The word, or nothing where none was given.
     *
     * @throws BadRequest where it is none of them
     */
    static String of(String parameter, String given, List<String> words) {
        if (!given.isEmpty() && !words.contains(given)) {
            throw new BadRequest(parameter + " is none of " + String.join(", ", words));
        }
        return given;
    }
}
