package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Goes through what a trail says of uses, one use at a time. */
final class Dossiers implements Closeable {

    private final Night night;
    private final Sorter.Cursor cursor;
    private final Stored stored = new Stored();
    private final UseReader reader = new UseReader();
    private boolean more;

    Dossiers(Night night, Sorter.Cursor cursor) throws IOException {
        this.night = night;
        this.cursor = cursor;
        this.more = cursor.next();
    }

    /** The next use; empty after the last. */
    Optional<Dossier> next() throws IOException {
        if (!more) {
            return Optional.empty();
        }
        byte[] use = cursor.keyBytes();
        Dossier dossier = new Dossier(night, new String(use, StandardCharsets.UTF_8), reader);
        do {
            dossier.add(stored.entry(cursor));
            more = cursor.next();
        } while (more && cursor.hasKey(use));
        return Optional.of(dossier);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
