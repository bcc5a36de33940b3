package org.trainingaudit.trail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Decides at the start whether this is a first run, the log of before, or pieces that do not belong together.
 *
 * <p>A log lives in three places: database, {@code trail/} and signer. Only where nothing was ever signed may a piece be
 * made; otherwise a missing one is named and nothing is changed.
 */
final class TrailSetup {

    private final TrailPlaces places;
    private final TrailSettings settings;
    private final Disk disk;
    private final TrailStore store;
    private final KeyFiles keys;

    TrailSetup(TrailPlaces places, TrailSettings settings, Disk disk, TrailStore store) {
        this.places = places;
        this.settings = settings;
        this.disk = disk;
        this.store = store;
        this.keys = new KeyFiles(disk, places.keyFile());
    }

    /** The signer of this log, after all three places were found to agree. */
    Signer open(SecureRandom random) {
        long size = store.size();
        if (!Files.exists(places.keyFile())) {
            requireNothingYet(size);
            keys.make(random);
        }
        finishKeyChange();
        SigningKey key = keys.current();
        if (!Files.exists(places.signerState().resolve(Signer.LAST))) {
            requireNothingSigned(size);
            Signer.begin(state(), settings.origin().orElse("training-audit.local/trail/" + key.shortName()));
        }
        new YearEnd(disk, places).finish(store);
        Signer signer = Signer.open(key, state());
        requireOrigin(signer.last());
        StoredLog log = log(signer.last());
        if (log.size() > 0) {
            requireSameLog(log, signer);
        }
        requireDatabase(log, signer.last());
        requireFiles(signer);
        return signer;
    }

    /** The log that the signer is at: the running one, or one that was closed and still has to be published whole. */
    private StoredLog log(Checkpoint last) {
        return store.closed(last.origin()).orElseGet(store::running);
    }

    /** A checkpoint with both signatures is out, so the old key has nothing left to sign. */
    private void finishKeyChange() {
        Optional<SigningKey> next = keys.next();
        Optional<SignedCheckpoint> published = next.flatMap(key -> TrailFiles.published(places.trail()));
        published
                .filter(signed -> !signed.signedBy(List.of(
                                next.orElseThrow().vkey(signed.checkpoint().origin())))
                        .isEmpty())
                .ifPresent(signed -> keys.promote());
    }

    private DurableFiles state() {
        return new DurableFiles(disk, places.signerState());
    }

    private void requireNothingYet(long size) {
        boolean signed = Files.exists(places.signerState().resolve(Signer.LAST));
        if (size > 0 || !TrailFiles.isEmpty(places.trail()) || signed) {
            throw refused("the signing key " + places.keyFile() + " is missing, but " + found(size, signed)
                    + "; put the key back from its backup. If it is lost, move database, trail and signer aside together "
                    + "and start a new log");
        }
    }

    private void requireNothingSigned(long size) {
        if (size > 0 || !TrailFiles.isEmpty(places.trail())) {
            Path last = places.signerState().resolve(Signer.LAST);
            throw refused("the signer's last state " + last + " is missing, but " + found(size, false)
                    + "; put it back from its backup, or, after verifying the log against a checkpoint kept elsewhere, "
                    + "write the first three lines of the newest checkpoint into it");
        }
    }

    private String found(long size, boolean signed) {
        String database = "the database holds " + size + " entries";
        String files = places.trail() + (TrailFiles.isEmpty(places.trail()) ? " is empty" : " holds a log");
        return database + ", " + files + (signed ? ", and the signer has signed before" : "");
    }

    private void requireOrigin(Checkpoint last) {
        settings.origin()
                .filter(origin -> !LogNames.isOf(last.origin(), origin))
                .ifPresent(origin -> {
                    throw refused("the configuration names the log '" + origin + "', but this signer signs for '"
                            + last.origin() + "'; set audit.trail.origin back, or start a new log in empty places");
                });
    }

    private void requireDatabase(StoredLog log, Checkpoint last) {
        Frontier tree = log.tree();
        if (tree.size() < last.size()) {
            throw refused("the database holds " + tree.size() + " entries, but the signer has signed " + last.size()
                    + ": the database was set back or is another one. Nothing is appended. Restore the newer database, or "
                    + "replay the missing entries from " + places.trail() + " or a bundle ('audit trail replay')");
        }
        if (tree.size() == last.size() && !tree.root().equals(last.root())) {
            throw refused("the database holds " + tree.size() + " entries with root " + tree.root()
                    + ", but the signer has signed root " + last.root()
                    + " at that size; restore the database that was signed");
        }
    }

    private void requireFiles(Signer signer) {
        Checkpoint last = signer.last();
        if (last.size() > 0 && TrailFiles.isEmpty(places.trail())) {
            throw refused(places.trail() + " is missing or empty, but the signer has signed " + last.size()
                    + " entries; put the folder back from a bundle or a backup");
        }
        Optional<SignedCheckpoint> published = TrailFiles.published(places.trail());
        if (published.isEmpty()) {
            return;
        }
        Checkpoint newest = published.get().checkpoint();
        if (published.get().signedBy(List.of(signer.vkey())).isEmpty()) {
            throw refused("the checkpoint in " + places.trail() + " is of '" + newest.origin()
                    + "' and not signed by the key " + signer.vkey()
                    + "; key and log do not belong together, put back the right one");
        }
        if (newest.size() > last.size()
                || (newest.size() == last.size() && !newest.root().equals(last.root()))) {
            throw refused("the checkpoint in " + places.trail() + " is of size " + newest.size() + " and root "
                    + newest.root()
                    + ", but the signer remembers size " + last.size() + " and root " + last.root()
                    + ": the signer's state was set back; put the newer one back");
        }
    }

    /** The first entry names the log; a database of another log is not continued. */
    private void requireSameLog(StoredLog log, Signer signer) {
        Entry first = log.opening();
        String origin = first.body().path("origin").asString("");
        String vkey = first.body().path("vkey").asString("");
        boolean sameKey = signer.last().size() > 0 || vkey.equals(signer.vkey().text());
        if (!first.kind().equals(EntryForm.LOG_OPEN)
                || !origin.equals(signer.last().origin())
                || !sameKey) {
            throw refused("the database holds the log '" + origin + "' opened with key " + vkey
                    + ", but the signer signs for '" + signer.last().origin() + "' with key " + signer.vkey()
                    + "; bring together what belongs together. If the database was set back over the turn of a year, "
                    + "'audit trail replay' brings it up to date");
        }
    }

    private static TrailException refused(String why) {
        return new TrailException("the trail is not opened: " + why);
    }
}
