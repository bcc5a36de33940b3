package org.trainingaudit.report;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the rows of a report come from.
 *
 * @param <R> what a row is about
 */
interface RowSource<R> {

    /** The rows that a use gives as it goes by. */
    default List<R> of(Dossier dossier) {
        return List.of();
    }

    /** The rows that rest on what the run says of datasets, when all uses have gone by. */
    default List<R> whole(Night night, Totals totals) {
        return List.of();
    }

    /** What each use adds to a row that stands for several; empty where the use adds to none. */
    default List<Part> parts(Dossier dossier) {
        return List.of();
    }

    /** The row made of all that was added under a key. */
    default List<R> joined(String key, Gathered gathered) {
        throw new IllegalStateException("this report has no rows made of parts");
    }

    /** Whether rows are made of {@link #parts}. */
    default boolean hasParts() {
        return false;
    }

    /** What a use adds to the row of that key, text by text for each of its cells. */
    record Part(String key, List<Stream<String>> texts) {}

    /** Rows that rest on what the run says of datasets. */
    static <R> RowSource<R> ofNight(Function<Night, List<R>> rows) {
        return ofNight((night, totals) -> rows.apply(night));
    }

    /** Rows that rest on that and on counts over all uses. */
    static <R> RowSource<R> ofNight(BiFunction<Night, Totals, List<R>> rows) {
        return new RowSource<>() {
            @Override
            public List<R> whole(Night night, Totals totals) {
                return rows.apply(night, totals);
            }
        };
    }

    /** Rows of uses. */
    static <R> RowSource<R> ofUses(Function<Dossier, List<R>> rows) {
        return new RowSource<>() {
            @Override
            public List<R> of(Dossier dossier) {
                return rows.apply(dossier);
            }
        };
    }
}
