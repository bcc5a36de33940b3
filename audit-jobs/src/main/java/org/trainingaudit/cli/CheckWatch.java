package org.trainingaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.FolderEvents;
import org.trainingaudit.setup.Places;
import org.trainingaudit.setup.WatchedCheck;

/** {@code audit check --watch}: checks, waits for a change, tells what it did, and so on. */
final class CheckWatch {

    private static final Duration AT_MOST = Duration.ofMillis(200);

    private final Places places;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;

    /** With JSON it says one object at the beginning and one for each change. */
    CheckWatch(Places places, boolean json, PrintWriter out, PrintWriter err) {
        this.places = places;
        this.json = json;
        this.out = out;
        this.err = err;
    }

    /** Goes on until the time is up or the input ends; the exit code is that of the last check. */
    int until(Optional<Duration> within, InputStream input) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        AtomicBoolean ended = new AtomicBoolean();
        try (FolderEvents events = FolderEvents.of(places.config())) {
            WatchedCheck check = WatchedCheck.begin(places);
            check.last().wrongs().forEach(err::println);
            new Answer(json)
                    .field("sound", check.last().isSound())
                    .field("summary", check.last().summary())
                    .field("wrongs", check.last().wrongs())
                    .line(check.last().summary())
                    .line("Watching " + places.config() + "; "
                            + within.map(time -> "for " + time).orElse("end the input, or press Ctrl-C, to stop"))
                    .print(out);
            if (within.isEmpty()) {
                readToItsEnd(input, ended);
            }
            while (!ended.get() && !isUp(begin, within)) {
                if (events.await(AT_MOST)) {
                    check.look().ifPresent(this::tell);
                }
            }
            // What was written just before the end is told as well.
            check.look().ifPresent(this::tell);
            return check.last().isSound() ? ExitCode.DONE : ExitCode.WRONG_USE;
        }
    }

    private static boolean isUp(long begin, Optional<Duration> within) {
        return within.filter(time -> System.nanoTime() - begin >= time.toNanos())
                .isPresent();
    }

    private static void readToItsEnd(InputStream input, AtomicBoolean ended) {
        Thread reader = new Thread(
                () -> {
                    try {
                        input.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // An input that can't be read has ended.
                    }
                    ended.set(true);
                },
                "end-of-input");
        reader.setDaemon(true);
        reader.start();
    }

    private void tell(WatchedCheck.Change change) {
        change.arisen().forEach(err::println);
        err.flush();
        Answer answer = new Answer(json)
                .field("files", change.files())
                .field("sound", change.isSound())
                .field("summary", change.summary())
                .field("arisen", change.arisen())
                .field("mended", change.mended())
                .line("")
                .line(String.join(", ", change.files()));
        change.mended().forEach(wrong -> answer.line("mended: " + wrong));
        answer.line(change.summary() + (change.isSound() ? "; sound" : "; NOT sound"))
                .print(out);
    }
}
