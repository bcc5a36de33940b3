package org.trainingaudit.trail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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
    private final SecureRandom random;
    private final TrailStore store;
    private final KeyFiles keys;
    private final WitnessRound witnesses;
    private volatile Optional<VerifierKey> vkey;

    private Trail(
            TrailPlaces places,
            TrailSettings settings,
            DataSource database,
            Clock clock,
            Disk disk,
            SecureRandom random,
            TrailStore store,
            Optional<VerifierKey> vkey) {
        this.places = places;
        this.settings = settings;
        this.disk = disk;
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.store = store;
        this.keys = new KeyFiles(disk, places.keyFile());
        this.witnesses = new WitnessRound(settings.witnesses(), new DurableFiles(disk, places.signerState()), clock);
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
        TrailStore store =
                new TrailStore(jdbc, clock, TrailEntries.logOpen(signer.vkey(), Optional.empty(), settings.policy()));
        DataSource database = Objects.requireNonNull(jdbc.getDataSource(), "a JdbcTemplate has a DataSource");
        return new Trail(places, settings, database, clock, disk, random, store, Optional.of(signer.vkey()));
    }

    /**
     * Opens the log for a process that adds to it and has no key: it submits and records, and what else there is to do fails.
     * Nothing in these places is made or looked at.
     */
    public static Trail submitting(TrailPlaces places, TrailSettings settings, JdbcTemplate jdbc, Clock clock) {
        DataSource database = Objects.requireNonNull(jdbc.getDataSource(), "a JdbcTemplate has a DataSource");
        TrailStore store = new TrailStore(jdbc, clock);
        return new Trail(
                places, settings, database, clock, new RealDisk(), new SecureRandom(), store, Optional.empty());
    }

    /**
     * What became of drafts.
     *
     * @param accepted now waiting for their place
     * @param duplicates dropped, since another of the same submission has the same id; what waits already, or stands in the
     *     log, is dropped by {@link #sequence}
     */
    public record Submitted(int accepted, int duplicates) {}

    /**
     * What one call gave a place to.
     *
     * @param entries new entries of the log
     * @param duplicates dropped, since the log has an entry of the same id already
     * @param size the size of the log now
     */
    public record Sequenced(int entries, int duplicates, long size) {}

    /** Submits one draft; see {@link #submit(Collection)}. */
    public Submitted submit(EntryDraft draft) {
        return store.submit(draft);
    }

    /**
     * Submits drafts in their order, in the caller's transaction.
     *
     * @throws TrailException if one cannot be an entry (kind, run, size, or a body that has no canonical form); then none is
     *     submitted
     */
    public Submitted submit(Collection<EntryDraft> drafts) {
        return store.submit(drafts);
    }

    /**
     * Gives drafts their places at once, behind what waits, as the last thing of the caller's transaction: nobody else gives
     * places until it ends.
     *
     * @throws TrailException if one cannot be an entry; then none is
     * @throws IllegalStateException outside a transaction
     */
    public void record(Collection<EntryDraft> drafts) {
        store.record(drafts);
    }

    /** Gives waiting drafts their places in the caller's transaction; the first call ever puts {@code log_open} first. Again is harmless. */
    public Sequenced sequence(int max) {
        requireKey();
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
        requireKey();
        try (SignerLock lock = SignerLock.take(places.signerState())) {
            Objects.requireNonNull(lock);
            return committed(this::publish);
        }
    }

    private SignedCheckpoint publish(TrailStore committed) {
        if (committed.size() == 0) {
            throw new IllegalStateException("there is no entry to seal; sequence first, in a transaction of its own");
        }
        Signer signer = setup(committed).open(random);
        Optional<StoredLog> closed = committed.closed(signer.last().origin());
        StoredLog log = closed.orElseGet(committed::running);
        SignedCheckpoint published = new TrailFiles(disk, places.trail())
                .publish(log, signer, following(log, signer.vkey()), settings.policy(), witnesses);
        // Taking it up again finishes a change of key whose checkpoint is out now.
        vkey = Optional.of(setup(committed).open(random).vkey());
        if (closed.isEmpty()) {
            return published;
        }
        new YearEnd(disk, places).close(log);
        return publish(committed);
    }

    private TrailSetup setup(TrailStore committed) {
        return new TrailSetup(places, settings, disk, committed);
    }

    /** The key that takes over, once the log says so. */
    private Optional<SigningKey> following(StoredLog log, VerifierKey old) {
        return keys.next().filter(next -> log.holds(TrailEntries.keyChangeId(next.vkey(old.name()))));
    }

    /**
     * Makes a new signing key beside the old one and submits the change in the caller's transaction. The next seal of it
     * carries both signatures; from then on the new key signs alone and the old one is gone.
     *
     * @param reason why, without naming a person
     * @throws TrailException if the log has no entry yet
     */
    public synchronized VerifierKey changeKey(String reason) {
        requireKey();
        if (store.size() == 0) {
            throw new TrailException("there is no log yet, so there is no key to change; do a run first");
        }
        VerifierKey old = keys.current().vkey(origin());
        VerifierKey next = keys.prepareNext(random).vkey(origin());
        store.submit(TrailEntries.keyChange(old, next, reason));
        return next;
    }

    /**
     * Records in the caller's transaction that the trail is alive on a day on which nothing else was recorded, so that a
     * day without a run is seen to be one. Gives waiting entries their places first.
     *
     * @return whether an entry was added; seal afterwards
     */
    public boolean heartbeat() {
        sequence(Integer.MAX_VALUE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate newest = LocalDate.ofInstant(store.head(true).lastTs(), ZoneOffset.UTC);
        if (!newest.isBefore(today)) {
            return false;
        }
        store.submit(TrailEntries.heartbeat(today));
        sequence(Integer.MAX_VALUE);
        return true;
    }

    /**
     * Closes the log of an earlier year and opens that of this one, in the caller's transaction; waiting entries get
     * their places in the old one. The next seal publishes both and puts the old log's files into {@code trail-closed/}.
     *
     * @return whether a log was closed; false where the running log is of this year or has no entry yet
     */
    public boolean enterYear(int year) {
        store.requireTransaction();
        store.head(true);
        StoredLog running = store.running();
        if (running.size() == 0 || LogYear.of(running.opening()) >= year) {
            return false;
        }
        sequence(Integer.MAX_VALUE);
        Entry opening = running.opening();
        String origin = LogYear.origin(opening);
        VerifierKey next = following(store.running(), keys.current().vkey(origin))
                .orElseGet(keys::current)
                .vkey(LogYear.nextOrigin(opening, year));
        store.append(TrailEntries.logClose(origin, next));
        Frontier closed = store.running().tree();
        store.beginNext(origin);
        Checkpoint prev = new Checkpoint(origin, closed.size(), closed.root());
        store.append(TrailEntries.logOpen(next, Optional.of(prev), settings.policy()));
        return true;
    }

    /** Whether a log was closed whose files are still to be published whole; the next seal does that. */
    public boolean isBetweenYears() {
        return store.closed(Signer.last(places.signerState()).origin()).isPresent();
    }

    /** Reads the log that was closed last; empty while this is the first. */
    public Optional<TrailReader> previous() {
        List<Path> closed = new ClosedLogs(places.closed()).folders();
        return closed.isEmpty() ? Optional.empty() : Optional.of(TrailReader.of(closed.get(closed.size() - 1)));
    }

    /** How the witnesses answered the last time, in the order of the settings; empty before that. */
    public List<WitnessAnswer> witnesses() {
        return witnesses.last();
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
        return vkey.orElseThrow(() -> new IllegalStateException("this process only adds to the trail; it has no key"));
    }

    private void requireKey() {
        Objects.requireNonNull(vkey());
    }

    /** The name of the log. */
    public String origin() {
        return vkey().name();
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
        TrailStore store = new TrailStore(jdbc, clock);
        long closed = new ClosedLogs(places.closed()).replayInto(store);
        return closed + new ExportedEntries(exported, Signer.last(places.signerState())).into(store);
    }
}
