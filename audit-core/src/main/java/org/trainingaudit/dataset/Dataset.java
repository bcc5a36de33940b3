package org.trainingaudit.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dataset of a source tonight.
 *
 * @param id {@code <source>/<name>}
 * @param source where it comes from
 * @param files the files that make it up; none where it is refused
 * @param refusal why it can't be read, if it can't
 */
public record Dataset(String id, Source source, List<Path> files, Optional<Refusal> refusal) {

    public Dataset {
        files = List.copyOf(files);
        if (files.isEmpty() == refusal.isEmpty()) {
            throw new IllegalArgumentException("a dataset has either files or a refusal: " + id);
        }
    }

    static Dataset of(String id, Source source, Path file) {
        return new Dataset(id, source, List.of(file), Optional.empty());
    }

    static Dataset refused(String id, Source source, Refusal refusal) {
        return new Dataset(id, source, List.of(), Optional.of(refusal));
    }
}
