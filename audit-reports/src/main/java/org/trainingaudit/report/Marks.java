package org.trainingaudit.report;

import org.trainingaudit.regime.Verdict;

/** A state as a shape and a word; the colour only repeats it. */
final class Marks {

    private Marks() {}

    /** A mark with its word. */
    static Markup marked(String state, String mark, Markup word) {
        Markup shape = Markup.element("svg")
                .with("class", "m")
                .with("aria-hidden", "true")
                .holding(Markup.element("use").with("href", "#m-" + mark).holding());
        return Markup.of("span", "v v-" + state, shape, word);
    }

    /** A verdict's mark and word. */
    static Markup of(Verdict verdict, Labels labels) {
        return marked(verdict.word(), verdict.word(), labels.markup("verdict." + verdict.word()));
    }

    static Markup provisional(Labels labels) {
        return Markup.of("span", "prov", labels.markup("provisional"));
    }
}
