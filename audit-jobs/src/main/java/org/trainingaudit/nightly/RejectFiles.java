package org.trainingaudit.nightly;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Commitments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where an operator finds which rows of a dataset could not be read: {@code rejects/<run>/<dataset>.csv}. */
@Component
class RejectFiles {

    /** With what comes behind it a file's name stays below 255 bytes. */
    private static final int LONGEST_BYTES = 240;

    private static final int BEGINNING = 50;
    private static final int DIGITS = 16;

    /** What a commitment to such a file is a commitment to. */
    private static final String FIELD = "rejects";

    private final Places places;
    private final Commitments commitments;

    RejectFiles(Places places, Commitments commitments) {
        this.places = places;
        this.commitments = commitments;
    }

    private Path file(Run run, String dataset) {
        return places.rejects().resolve(run.folder()).resolve(name(dataset) + ".csv");
    }

    /**
     * The dataset's own with {@code _} between source and name. Where another dataset could have the same, or no file one so
     * long, its beginning with its hash behind it.
     */
    private static String name(String dataset) {
        String readable = dataset.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        boolean own = readable.equals(dataset.replaceFirst("/", "_"))
                && readable.indexOf('_') == dataset.indexOf('/')
                && readable.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
        return own ? readable : beginning(readable) + "~" + Sha256.hex(dataset).substring(0, DIGITS);
    }

    private static String beginning(String name) {
        return name.codePoints()
                .limit(BEGINNING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Commits to the file as it is now, so that whoever is shown it later can tell that it is the one of that night. Its bare
     * hash would tell which rows they are to anybody who tries all positions.
     *
     * @param subject by what the commitment is found when it's to be forgotten
     * @return the commitment; nothing where every row could be read
     */
    Optional<String> commitment(Run run, String dataset, String subject) {
        Path file = file(run, dataset);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("run", run.key())
                .put("dataset", subject)
                .put("sha256", InputList.fingerprint(file));
        return Optional.of(commitments.commit(subject, FIELD, value));
    }

    /** Passes everything on to the visitor, and writes rejections down; the file is there once the first one comes. */
    Listening listen(Run run, String dataset, RowVisitor visitor) {
        return new Listening(file(run, dataset), visitor);
    }

    /** A visitor that writes rejections down. */
    static final class Listening implements RowVisitor, Closeable {

        private final Path file;
        private final RowVisitor visitor;
        private List<RejectsWriter> writer = List.of();

        private Listening(Path file, RowVisitor visitor) {
            this.file = file;
            this.visitor = visitor;
        }

        @Override
        public void columns(List<String> names) {
            visitor.columns(names);
        }

        @Override
        public void row(Row row) {
            visitor.row(row);
        }

        @Override
        public void rejected(Rejection rejection) {
            note(rejection);
            visitor.rejected(rejection);
        }

        @Override
        public void leftOut() {
            visitor.leftOut();
        }

        /** Writes down what the visitor knows already. */
        void note(Rejection rejection) {
            if (writer.isEmpty()) {
                writer = List.of(begin());
            }
            writer.get(0).add(rejection);
        }

        private RejectsWriter begin() {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                return new RejectsWriter(file);
            } catch (IOException e) {
                throw new DiskFault(file, e).unchecked();
            }
        }

        @Override
        public void close() throws IOException {
            for (RejectsWriter open : writer) {
                open.close();
            }
        }
    }
}
