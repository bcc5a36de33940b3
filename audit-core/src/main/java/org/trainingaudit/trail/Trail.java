package org.trainingaudit.trail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The running log: submit drafts, give them their places, seal.
 *
 * <p>{@link #submit} and {@link #sequence} work in the caller's transaction; {@link #seal} reads over a connection of its
 * own, so that only what is committed is ever signed, and may be called inside or outside a transaction. Safe for use by
 * several threads.
 */
public final class Trail {

    private final TrailPlaces places;
    private final TrailSettings settings;
    private final Disk disk;
    private final DataSource database;
    private final Clock clock;
    private final TrailStore store;
    private final VerifierKey vkey;

    private Trail(
            TrailPlaces places,
            TrailSettings settings,
            Disk disk,
            DataSource database,
            Clock clock,
            TrailStore store,
            VerifierKey vkey) {
        this.places = places;
        this.settings = settings;
        this.disk = disk;
        this.database = database;
        this.clock = clock;
        this.store = store;
        this.vkey = vkey;
    }

    /**
     * Opens the log in these places, or begins one where database, {@code trail/} and signer are all empty.
     *
     * @throws TrailException if a piece is missing, set back, damaged, open to others or of another log; it says which,
     *     and how to mend it
     */
    public static Trail open(TrailPlaces places, TrailSettings settings, JdbcTemplate jdbc, Clock clock) {
        return open(places, settings, jdbc, clock, new RealDisk(), new SecureRandom());
    }

    static Trail open(
            TrailPlaces places,
            TrailSettings settings,
            JdbcTemplate jdbc,
            Clock clock,
            Disk disk,
            SecureRandom random) {
        Signer signer = new TrailSetup(places, settings, disk, new TrailStore(jdbc, clock)).open(random);
        TrailStore store = new TrailStore(jdbc, clock, logOpen(signer.vkey(), settings));
        DataSource database = Objects.requireNonNull(jdbc.getDataSource(), "a JdbcTemplate has a DataSource");
        return new Trail(places, settings, disk, database, clock, store, signer.vkey());
    }

    private static EntryDraft logOpen(VerifierKey vkey, TrailSettings settings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("format", "audit-trail/1").put("origin", vkey.name()).put("vkey", vkey.text());
        body.putNull("prev");
        settings.policy()
                .flatMap(Encoding::utf8)
                .map(policy -> Hash.of(policy).hex())
                .ifPresentOrElse(sha -> body.put("policy_sha256", sha), () -> body.putNull("policy_sha256"));
        return new EntryDraft(EntryForm.LOG_OPEN, "", List.of(vkey.name()), body);
    }

    /** Submits a draft in the caller's transaction; see {@link TrailStore#submit(Collection)}. */
    public TrailStore.Submitted submit(EntryDraft draft) {
        return store.submit(draft);
    }

    /** Submits drafts in the caller's transaction; see {@link TrailStore#submit(Collection)}. */
    public TrailStore.Submitted submit(Collection<EntryDraft> drafts) {
        return store.submit(drafts);
    }

    /** Gives waiting drafts their places in the caller's transaction; the first call ever puts {@code log_open} first. */
    public TrailStore.Sequenced sequence(int max) {
        return store.sequence(max);
    }

    /**
     * Publishes all committed entries under a new signed checkpoint; with nothing new, the newest one again.
     *
     * @throws TrailException if database, files and signer do not agree, or another process is sealing; the old
     *     checkpoint stays
     * @throws java.io.UncheckedIOException if the disk fails; sealing again takes it up
     */
    public synchronized SignedCheckpoint seal() {
        try (SignerLock lock = SignerLock.take(places.signerState())) {
            Objects.requireNonNull(lock);
            return committed(this::publish);
        }
    }

    private SignedCheckpoint publish(TrailStore committed) {
        if (committed.size() == 0) {
            throw new IllegalStateException("there is no entry to seal; sequence first, in a transaction of its own");
        }
        Signer signer = new TrailSetup(places, settings, disk, committed).open(new SecureRandom());
        return new TrailFiles(disk, places.trail()).publish(committed, signer, settings.policy());
    }

    private <T> T committed(Function<TrailStore, T> work) {
        try (Connection connection = database.getConnection()) {
            JdbcTemplate apart = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            return work.apply(new TrailStore(apart, clock));
        } catch (SQLException e) {
            throw new TrailException("the trail cannot be read from the database", e);
        }
    }

    /** The key by which anybody verifies this log; an auditor writes it down. */
    public VerifierKey vkey() {
        return vkey;
    }

    /** The name of the log. */
    public String origin() {
        return vkey.name();
    }

    /** The number of entries in the log, published or not. */
    public long size() {
        return store.size();
    }

    /** The newest published checkpoint, if there is one. */
    public Optional<SignedCheckpoint> published() {
        return TrailFiles.published(places.trail());
    }

    /** Reads what is published. */
    public TrailReader reader() {
        return TrailReader.of(places.trail());
    }

    /**
     * Keeps a configuration snapshot beside the log as {@code config/<sha256>.zip}, durably, before a {@code run_open}
     * names it.
     *
     * @return its SHA-256 in hex
     */
    public synchronized String keepConfiguration(byte[] zip) {
        String sha256 = Hash.of(zip).hex();
        TrailFiles files = new TrailFiles(disk, places.trail().resolve("config"));
        files.putIfNew(sha256 + ".zip", zip);
        files.settle();
        return sha256;
    }

    /**
     * Puts entries back that the database has lost, from an exported log or bundle, in the caller's transaction.
     *
     * @return how many were put back; 0 when none was missing
     * @throws TrailException if the export does not lead to the root that was signed; the caller rolls back
     */
    public static long replay(TrailPlaces places, Path exported, JdbcTemplate jdbc, Clock clock) {
        if (!Files.isDirectory(exported)) {
            throw new TrailException(exported + " is not a folder with an exported log");
        }
        return new ExportedEntries(exported, Signer.last(places.signerState())).into(new TrailStore(jdbc, clock));
    }
}
