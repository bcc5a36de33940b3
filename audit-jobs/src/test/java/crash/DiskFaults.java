package crash;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What a {@link FaultyDisk} does: counts the calls that change certain files, and at one of them something happens. */
public final class DiskFaults {

    /** What happens to a call. */
    public enum Fault {
        FULL("No space left on device"),
        BROKEN("Input/output error"),
        /** The program is gone at that moment, by {@code kill -9}. */
        KILLED("");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** How the system says it. */
        public String words() {
            return words;
        }
    }

    /** What strikes nothing. */
    private static final int NEVER = -1;

    private final Predicate<Path> counted;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int first = NEVER;
    private volatile int last = NEVER;
    private volatile Fault fault = Fault.FULL;
    private volatile String struck = "";

    /** Counts the calls that change a file of which this is true; nothing happens to any yet. */
    public DiskFaults(Predicate<Path> counted) {
        this.counted = counted;
    }

    /** From now on counted anew: that call fails, and the next one works again. */
    public void once(int call, Fault how) {
        plan(call, call, how);
    }

    /** From now on counted anew: that call fails, and each one behind it. */
    public void from(int call, Fault how) {
        plan(call, Integer.MAX_VALUE, how);
    }

    /** From now on counted anew, and nothing fails. */
    public void never() {
        plan(NEVER, NEVER, Fault.FULL);
    }

    private void plan(int from, int to, Fault how) {
        first = from;
        last = to;
        fault = how;
        struck = "";
        calls.set(0);
    }

    /** How many calls were counted. */
    public int calls() {
        return calls.get();
    }

    /** Which call was struck first, such as {@code write verdicts.csv}; empty where none was. */
    public String struck() {
        return struck;
    }

    /** Counts a call, and tells whether it is to fail. */
    boolean strikes(String what, Path file) {
        if (!counted.test(file)) {
            return false;
        }
        int call = calls.incrementAndGet();
        boolean strikes = call >= first && call <= last && first != NEVER;
        if (strikes && what.equals("make")) {
            // Java tries a folder twice; what fails once would not be noticed.
            last = Integer.MAX_VALUE;
        }
        if (strikes && struck.isEmpty()) {
            struck = what + " " + file;
        }
        if (strikes && fault == Fault.KILLED) {
            LastBreath.kill();
        }
        return strikes;
    }

    /** As a call on an open file fails: without its name. */
    IOException onOpenFile() {
        return new IOException(fault.words);
    }

    /** As a call on a name fails. */
    void onName(String what, Path file) throws IOException {
        if (strikes(what, file)) {
            throw new FileSystemException(file.toString(), null, fault.words);
        }
    }
}
