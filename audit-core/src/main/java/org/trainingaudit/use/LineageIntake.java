package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.hash.Sha256;

/**
 * Takes in lineage events that tools send, and keeps them in a folder for the next run. What was answered with a kept
 * receipt is on disk; what is sent twice is kept once. Safe for several threads.
 *
 * <p>What comes in waits, each body a file, until a run begins and {@linkplain #pack packs} it. A run reads the packed files
 * only, so that what comes in while it is on, or while it waits to be restarted, doesn't change what it reads.
 */
public final class LineageIntake {

    /** Most bytes of a body, unpacked. */
    public static final int LARGEST = 8 * 1024 * 1024;

    /** So much stays free for the rest of the program, which must go on where a tool fills the disk. */
    static final long FREE = 256L * 1024 * 1024;

    private static final String SHOWN = "body";

    /** How many bodies are parsed at once: each may take many times its size in memory. */
    private static final int AT_ONCE = 2;

    private final Path folder;
    private final Path waiting;
    private final LongSupplier free;
    private final Semaphore parsing = new Semaphore(AT_ONCE);

    /** Into that folder, which is made where it isn't there. */
    public LineageIntake(Path folder) {
        this(folder, () -> LineageFiles.free(folder));
    }

    LineageIntake(Path folder, LongSupplier free) {
        this.folder = folder;
        this.waiting = folder.resolve("waiting");
        this.free = free;
    }

    /** What became of a body. */
    public enum Outcome {
        /** It's on disk now. */
        KEPT,
        /** It isn't what it should be; nothing of it is kept. */
        REFUSED,
        /** It's larger than {@link #LARGEST}; nothing of it is kept. */
        TOO_LARGE,
        /** The disk is nearly full; nothing of it is kept. */
        NO_ROOM
    }

    /**
     * What became of a body.
     *
     * @param events how many events it holds
     * @param faults where it can't be read, or breaks the schema; events that break it are kept, since what can be read of
     *     them counts
     */
    public record Receipt(Outcome outcome, int events, List<Fault> faults) {
        public Receipt {
            faults = List.copyOf(faults);
        }

        /** Whether it is on disk now. */
        public boolean kept() {
            return outcome == Outcome.KEPT;
        }
    }

    /**
     * Takes one event, a list of events, or an event in each line, as JSON. Answers when they are on disk.
     *
     * @throws IOException where the body breaks off or the disk refuses; nothing of it is kept
     */
    public Receipt take(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return refused(Outcome.TOO_LARGE, "more than " + LARGEST + " bytes; send fewer events at once");
        }
        if (free.getAsLong() < FREE) {
            return refused(Outcome.NO_ROOM, "less than " + FREE + " bytes are free; send it again when there is room");
        }
        parsing.acquireUninterruptibly();
        try {
            return take(bytes);
        } finally {
            parsing.release();
        }
    }

    private static Receipt refused(Outcome outcome, String message) {
        return new Receipt(outcome, 0, List.of(new Fault(Location.of(SHOWN), message)));
    }

    private Receipt take(byte[] bytes) throws IOException {
        Faults faults = new Faults();
        LineageBody body = LineageBody.read(SHOWN, bytes, faults);
        if (!body.isSound()) {
            return new Receipt(Outcome.REFUSED, body.events(), told(faults));
        }
        byte[] lines = body.lines();
        LineageFiles.keep(waiting, Sha256.hex(lines) + ".jsonl", lines);
        return new Receipt(Outcome.KEPT, body.events(), told(faults));
    }

    private static List<Fault> told(Faults faults) {
        return faults.all().stream().map(Unquoted::of).toList();
    }

    /**
     * Packs what waits into files, which runs read, and which never change; takes away what a kill left half-written. Done
     * again after a kill, an event may stand in two of them, which changes nothing of what is read from them. Not for two at
     * once.
     */
    public void pack() throws IOException {
        if (Files.isDirectory(waiting)) {
            new PackedEvents(folder, waiting).pack();
        }
    }
}
