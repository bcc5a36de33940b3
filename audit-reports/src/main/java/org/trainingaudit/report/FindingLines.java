package org.trainingaudit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.trainingaudit.trail.EntryText;

/** The findings of a run by their ids, which isn't the order in which uses go by. May be gone through again and again. */
final class FindingLines implements Iterable<FindingLine> {

    private static final int ROOM = 8 << 20;

    private final Night night;
    private final Sorter entries;
    private final Stored stored = new Stored();

    FindingLines(Night night) {
        this.night = night;
        this.entries = new Sorter(night.scratch(), ROOM);
    }

    void add(Dossier dossier) throws IOException {
        for (FindingLine line : dossier.findings()) {
            for (EntryText entry : dossier.entries(line)) {
                stored.put(line.last().finding(), "", entry, entries);
            }
        }
    }

    @Override
    public Iterator<FindingLine> iterator() {
        try {
            return new Lines(entries.cursor());
        } catch (IOException e) {
            throw new UncheckedIOException("findings put aside can't be read", e);
        }
    }

    /** Closes what it reads when it comes to the end. */
    private final class Lines implements Iterator<FindingLine> {
        private final Sorter.Cursor cursor;
        private boolean more;

        Lines(Sorter.Cursor cursor) throws IOException {
            this.cursor = cursor;
            this.more = cursor.next();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public FindingLine next() {
            if (!more) {
                throw new NoSuchElementException("there are no more findings");
            }
            try {
                return line();
            } catch (IOException e) {
                throw new UncheckedIOException("findings put aside can't be read", e);
            }
        }

        private FindingLine line() throws IOException {
            byte[] finding = cursor.keyBytes();
            List<EntryText> told = new ArrayList<>();
            do {
                told.add(stored.entry(cursor).entry());
                more = cursor.next();
            } while (more && cursor.hasKey(finding));
            if (!more) {
                cursor.close();
            }
            return night.finding(told);
        }
    }
}
