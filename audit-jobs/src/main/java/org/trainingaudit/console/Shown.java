package org.trainingaudit.console;

import java.util.List;
import java.util.function.Function;
import org.springframework.ui.Model;

/**
 * The part of a list that a page shows.
 *
 * @param rows at most {@link #SIZE}
 * @param next behind what the next part begins; empty on the last
 */
record Shown<T>(List<T> rows, String next) {

    static final int SIZE = 50;

    /** So many are asked for: one more than are shown tells whether there is a next part. */
    static final int ASKED = SIZE + 1;

    static <T> Shown<T> of(List<T> asked, Function<T, String> key) {
        List<T> rows = asked.subList(0, Math.min(SIZE, asked.size()));
        return new Shown<>(rows, asked.size() > SIZE ? key.apply(rows.get(SIZE - 1)) : "");
    }

    /** Hands it to the page's template under that name, and where it goes on as {@code next}. */
    void into(Model model, String name) {
        model.addAttribute(name, rows);
        model.addAttribute("next", next);
    }
}
