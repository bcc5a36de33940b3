package org.trainingaudit.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.trainingaudit.nightly.Progress;

/**
 * Shows progress on standard error: one line that moves on a terminal, one line a finished step in a pipe, so that a log
 * stays readable.
 */
final class ProgressLine implements Progress {

    private static final int REDRAW_EVERY_MILLIS = 100;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private long things;
    private long done;
    private long began;
    private long drawn;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begin(String name, long count) {
        step = name;
        things = count;
        done = 0;
        began = System.nanoTime();
        draw(true);
    }

    @Override
    public synchronized void done(String name) {
        done++;
        draw(false);
    }

    @Override
    public synchronized void end(String name) {
        double seconds = (System.nanoTime() - began) / 1e9;
        String count = things > 0 ? String.format(Locale.ROOT, " %,d of %,d", done, things) : "";
        clear();
        out.printf(Locale.ROOT, "  %-10s done%s (%.1f s)%n", name, count, seconds);
    }

    @Override
    public synchronized void note(String text) {
        clear();
        out.println(text);
    }

    private void draw(boolean always) {
        long now = System.nanoTime() / 1_000_000;
        if (terminal && (always || now - drawn >= REDRAW_EVERY_MILLIS)) {
            drawn = now;
            String count = things > 0 ? String.format(Locale.ROOT, " %,d of %,d", done, things) : " ...";
            out.printf("\r  %-10s%s\u001b[K", step, count);
            out.flush();
        }
    }

    private void clear() {
        if (terminal) {
            out.print("\r\u001b[K");
        }
    }
}
