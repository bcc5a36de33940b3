package org.trainingaudit.trail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/** The entries of an exported log up to what was signed last, to be put back into a database that was set back. */
final class ExportedEntries implements Replay {

    private final TileFiles tiles;
    private final Path exported;
    private final Checkpoint signed;

    ExportedEntries(Path exported, Checkpoint signed) {
        this.tiles = new TileFiles(exported, signed.size());
        this.exported = exported;
        this.signed = signed;
    }

    long into(TrailStore store) {
        long before = store.size();
        if (before < signed.size()) {
            store.replay(this);
        }
        return Math.max(0, signed.size() - before);
    }

    @Override
    public LogTables.Head run(LogTables.Head before, Consumer<Numbered> entries) {
        Frontier tree = before.frontier();
        Instant lastTs = before.lastTs();
        Iterator<EntryBytes> missing = tiles.entries(tree.size(), signed.size()).iterator();
        while (missing.hasNext()) {
            EntryBytes bytes = missing.next();
            Entry entry = EntryForm.read(bytes.bytes(), tree.size());
            lastTs = Instant.parse(entry.ts());
            entries.accept(new Numbered(tree.size(), entry.id(), bytes));
            tree.add(bytes.leaf());
        }
        if (!tree.root().equals(signed.root())) {
            throw new TrailException(
                    "the database and the entries in " + exported + " together give root " + tree.root()
                            + " at size " + signed.size() + ", but root " + signed.root()
                            + " was signed; use another export, or an older database");
        }
        return new LogTables.Head(before.log(), lastTs, tree);
    }
}
