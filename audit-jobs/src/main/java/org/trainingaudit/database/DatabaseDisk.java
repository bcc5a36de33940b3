package org.trainingaudit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.setup.Places;

/** Finds the disk's fault behind what the embedded database says, which closes itself then and doesn't name its file. */
public final class DatabaseDisk {

    private static final String FILE_LAYER = "org.h2.mvstore.";

    private DatabaseDisk() {}

    /** That the database's file couldn't be written, in words for an operator, if it is so. */
    public static Optional<UncheckedIOException> fault(Places places, Throwable fault) {
        return Causes.of(fault)
                .filter(cause -> cause.getClass().getName().startsWith(FILE_LAYER))
                .flatMap(Causes::of)
                .filter(IOException.class::isInstance)
                .map(cause -> new DiskFault(NewDatabase.file(places), (IOException) cause).unchecked())
                .findFirst();
    }
}
