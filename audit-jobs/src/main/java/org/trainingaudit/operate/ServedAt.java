package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.setup.Places;

/** Where {@code audit serve} is reached, for the other commands on this machine. */
public final class ServedAt {

    private ServedAt() {}

    /** Notes it; the owner of the database takes it away when it leaves. */
    public static void note(Places places, String address) {
        try {
            Files.writeString(file(places), address + "\n");
        } catch (IOException e) {
            throw new DiskFault(file(places), e).unchecked();
        }
    }

    /** Where it said it is, if it did; it may have ended without a word since. */
    public static Optional<URI> find(Places places) {
        try {
            return Optional.of(URI.create(Files.readString(file(places)).strip()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes the note away, if it names that address. */
    static void forget(Places places, String address) {
        if (find(places).filter(URI.create(address)::equals).isPresent()) {
            forget(places);
        }
    }

    static void forget(Places places) {
        try {
            Files.deleteIfExists(file(places));
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file(places) + "' can't be deleted", e);
        }
    }

    private static Path file(Places places) {
        return places.data().resolve("serve");
    }
}
