package org.trainingaudit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next what {@code after} must be for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Page<T>(List<T> items, Optional<String> next) {

    private static final int MOST = 200;

    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequest("limit is " + limit + "; expected 1 to " + MOST);
        }
        return limit;
    }

    /** A page of rows of which one more than wanted was asked for, so that it's known whether there is a next page. */
    static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> key) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        Optional<String> next = rows.size() > limit ? Optional.of(key.apply(shown.get(limit - 1))) : Optional.empty();
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
