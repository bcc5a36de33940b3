package org.trainingaudit.trail;

import java.nio.file.Path;

/**
 * Puts the files of a log that was closed and published whole into {@code trail-closed/<year>}, and has the signer begin
 * with the next one. Whatever call is the last before a crash, the next start goes on from there.
 */
final class YearEnd {

    private final Disk disk;
    private final TrailPlaces places;

    YearEnd(Disk disk, TrailPlaces places) {
        this.disk = disk;
        this.places = places;
    }

    /** Does both. */
    void close(StoredLog closed) {
        new DurableFiles(disk, places.data()).move(places.trail(), folder(closed));
        begin(closed);
    }

    /** Does the second where the first is done and a crash came between. */
    void finish(TrailStore store) {
        if (TrailFiles.isEmpty(places.trail())) {
            Checkpoint last = Signer.last(places.signerState());
            store.closed(last.origin())
                    .filter(closed -> TrailFiles.published(folder(closed))
                            .filter(published -> published.checkpoint().equals(last))
                            .isPresent())
                    .ifPresent(this::begin);
        }
    }

    private void begin(StoredLog closed) {
        String next = LogYear.origin(closed.next().opening());
        Signer.begin(new DurableFiles(disk, places.signerState()), next);
    }

    private Path folder(StoredLog closed) {
        return places.closed().resolve(String.valueOf(LogYear.of(closed.opening())));
    }
}
