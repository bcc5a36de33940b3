package org.trainingaudit.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.trainingaudit.operate.ExitCode;

/** What is said, and with which code a command ends, where Java may take less memory than it takes. */
final class TooLittleMemory {

    /** Made before it's needed, since then there is no room to make it. */
    private static final byte[] SAID =
            ("audit: Java may take too little memory for this, so nothing can be said; give it more,"
                            + " for example with JAVA_TOOL_OPTIONS=-Xmx1g\n")
                    .getBytes(StandardCharsets.UTF_8);

    /** Commands that end with 3 when they break off; all others know 2 only. */
    private static final Set<String> CAN_BREAK_OFF =
            Set.of("run", "judge", "compare", "explain", "report", "bundle", "jobs", "serve");

    private TooLittleMemory() {}

    /** Whether something failed for want of memory, as far as it tells. */
    static boolean isCauseOf(Throwable fault) {
        Throwable each = fault;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (each instanceof OutOfMemoryError) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    /** Tells it and answers the exit code; throws on what has another cause. */
    static int tell(Error fault, String... arguments) {
        if (!isCauseOf(fault)) {
            throw fault;
        }
        return tell(List.of(arguments));
    }

    /** Tells it and answers the exit code. */
    static int tell(List<String> arguments) {
        System.err.write(SAID, 0, SAID.length);
        System.err.flush();
        boolean brokenOff = arguments.stream().anyMatch(CAN_BREAK_OFF::contains);
        return brokenOff ? ExitCode.INCOMPLETE : ExitCode.WRONG_USE;
    }
}
