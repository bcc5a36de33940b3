package org.trainingaudit.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        byte[] use = Arrays.copyOfRange(cursor.bytes, cursor.key, cursor.keyEnd);
        Dossier dossier = new Dossier(night, new String(use, StandardCharsets.UTF_8), reader);
        do {
            dossier.add(stored.entry(cursor));
            more = cursor.next();
        } while (more && Arrays.equals(use, 0, use.length, cursor.bytes, cursor.key, cursor.keyEnd));
        return Optional.of(dossier);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
