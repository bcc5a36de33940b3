package org.trainingaudit.dataset;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a file as they are if it has a certain delimiter. */
final class Sample implements RowSink {

    private static final int MOST_ROWS = 200;
    private static final int MOST_CELLS = 100;
    private static final int BUFFER = 32 * 1024;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /** How many cells each row has up to its last one that isn't empty. */
    private final List<Integer> filled = new ArrayList<>();

    private final boolean whole;
    private boolean ended;
    private int titles;

    private Sample(boolean whole) {
        this.whole = whole;
    }

    /**
     * Splits the beginning of a file.
     *
     * @param whole whether that is the whole file; else the last row is left out, since it may go on
     */
    static Sample of(byte[] prefix, boolean whole, byte delimiter, Limits limits) {
        Sample sample = new Sample(whole);
        try {
            new RowSplitter(sample.untilEnded(prefix), delimiter, (byte) '"', BUFFER, limits, sample).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedException e) {
            // Quotes that make no sense with this delimiter; should it be the right one, the real reading refuses
            // again.
            sample.ended = true;
        }
        if (!whole && !sample.ended && sample.rows.size() > 1) {
            sample.rows.remove(sample.rows.size() - 1);
            sample.widths.remove(sample.widths.size() - 1);
            sample.filled.remove(sample.filled.size() - 1);
        }
        sample.titles = sample.countTitles();
        return sample;
    }

    /** The bytes as long as they matter. */
    private InputStream untilEnded(byte[] prefix) {
        return new FilterInputStream(new ByteArrayInputStream(prefix)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return ended ? -1 : super.read(into, offset, length);
            }
        };
    }

    /** Rows with at most half as many cells as nearly all below them have. */
    private int countTitles() {
        int usual = widths.isEmpty() ? 0 : widths.stream().sorted().toList().get(widths.size() / 2);
        int first = 0;
        while (first < widths.size() && 2L * widths.get(first) <= usual) {
            first++;
        }
        long below = widths.stream().skip(first).filter(width -> width == usual).count();
        boolean sure = first <= TopRows.MOST && below > 3 && 10 * below >= 9L * (widths.size() - first);
        return sure && first < widths.size() && widths.get(first) == usual ? first : 0;
    }

    /** How many rows at the top are lines of a title; the others are as if these weren't there. */
    int titles() {
        return titles;
    }

    @Override
    public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
        ended |= rows.size() == MOST_ROWS;
        if (ended) {
            return;
        }
        widths.add(cells);
        filled.add(filled(starts, ends, cells));
        SplitRow row = new SplitRow();
        row.set(bytes, starts, ends, Math.min(cells, Math.min(starts.length, MOST_CELLS)));
        List<String> texts = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.text(i));
        }
        rows.add(texts);
    }

    private static int filled(int[] starts, int[] ends, int cells) {
        int filled = cells;
        while (filled > 0 && filled <= starts.length && ends[filled - 1] <= starts[filled - 1]) {
            filled--;
        }
        return filled;
    }

    /** Names of columns are read though they may be broken, as by those who read on. */
    @Override
    public boolean wantsBroken() {
        return rows.isEmpty();
    }

    @Override
    public void rejected(long line, String reason) {
        // A broken row says nothing about the layout, but a quote may be open only since the beginning ends within it.
        ended |= !whole && reason.equals("quote");
    }

    /** At most the first hundred cells of each of the first rows. */
    List<List<String>> rows() {
        return rows.subList(titles, rows.size());
    }

    /** How many cells the first row has; 0 where there is no row. */
    int firstWidth() {
        return widths.isEmpty() ? 0 : widths.get(titles);
    }

    /** How many empty cells end the first row that no other row has, all of which are shorter; 0 where any isn't. */
    int unnamed() {
        int longest = widths.stream()
                .skip(titles + 1L)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(firstWidth());
        boolean shorter = longest < firstWidth() && longest >= filled.get(titles);
        return shorter ? firstWidth() - longest : 0;
    }

    /** How many of a thousand rows have as many cells as the first. */
    int agreement() {
        int unnamed = unnamed();
        long same = widths.stream()
                .skip(titles)
                .filter(width -> width == firstWidth() || width == firstWidth() - unnamed)
                .count();
        return widths.isEmpty() ? 0 : (int) (1000 * same / (widths.size() - titles));
    }
}
