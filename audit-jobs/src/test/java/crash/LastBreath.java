package crash;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Ends this program with a real {@code kill -9}. */
final class LastBreath {

    private LastBreath() {}

    /** Doesn't come back. */
    static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("this program can't kill itself", e);
        }
    }
}
