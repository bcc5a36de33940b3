package org.trainingaudit.nightly;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.RejectsWriter;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;
import org.trainingaudit.setup.Places;

/** Where an operator finds which rows of a dataset could not be read: {@code rejects/<run>/<dataset>.csv}. */
@Component
class RejectFiles {

    private final Places places;

    RejectFiles(Places places) {
        this.places = places;
    }

    /** Passes everything on to the visitor, and writes rejections down; the file is there once the first one comes. */
    Listening listen(Run run, String dataset, RowVisitor visitor) {
        String name = dataset.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".csv";
        return new Listening(places.rejects().resolve(run.folder()).resolve(name), visitor);
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
                throw new java.io.UncheckedIOException("rejects can't be written to " + file, e);
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
