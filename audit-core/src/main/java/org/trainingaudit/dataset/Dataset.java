package org.trainingaudit.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dataset of a source tonight.
 *
 * @param id {@code <source>/<name>}
 * @param source where it comes from
 * @param files the files that make it up, in the order in which they are read; none where it is refused, or a table of a
 *     database
 * @param table the sheet of its workbooks, or the table of the database, if it is one
 * @param leftOut which rows are left out on purpose
 * @param refusal why it can't be read, if it can't
 */
public record Dataset(
        String id,
        Source source,
        List<Path> files,
        Optional<String> table,
        Optional<LeftOut> leftOut,
        Optional<Refusal> refusal) {

    public Dataset {
        files = List.copyOf(files);
        boolean something = !files.isEmpty() || table.isPresent();
        if (something == refusal.isPresent()) {
            throw new IllegalArgumentException("a dataset has either something to read or a refusal: " + id);
        }
    }

    /** What its source declares of columns that may point at a person together. */
    public Combinations combinations() {
        return source.combinations().of(id.substring(source.id().length() + 1));
    }

    static Dataset of(String id, Source source, List<Path> files, Optional<String> sheet) {
        return of(id, source, files, sheet, Optional.empty());
    }

    static Dataset of(String id, Source source, List<Path> files, Optional<String> sheet, Optional<LeftOut> leftOut) {
        return new Dataset(id, source, files, sheet, leftOut, Optional.empty());
    }

    static Dataset table(String id, Source source, String table) {
        return new Dataset(id, source, List.of(), Optional.of(table), Optional.empty(), Optional.empty());
    }

    static Dataset refused(String id, Source source, Refusal refusal) {
        return new Dataset(id, source, List.of(), Optional.empty(), Optional.empty(), Optional.of(refusal));
    }
}
