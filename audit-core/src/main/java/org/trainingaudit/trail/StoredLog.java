package org.trainingaudit.trail;

import java.util.List;

/**
 * One log of the database, the running one or one that was closed.
 *
 * @param number its place among the logs of this database, counted from 1
 * @param tree its tree
 */
record StoredLog(TrailStore store, int number, Frontier tree) {

    long size() {
        return tree.size();
    }

    /** The entries from {@code from} up to but without {@code to}, in order. */
    List<EntryBytes> bytes(long from, long to) {
        return store.bytes(number, from, to);
    }

    /** Its first entry, which names it. */
    Entry opening() {
        return EntryForm.read(bytes(0, 1).get(0).bytes(), 0);
    }

    /** The log that follows this one in the database. */
    StoredLog next() {
        return new StoredLog(store, number + 1, new Frontier());
    }

    boolean holds(String id) {
        return store.holds(number, id);
    }
}
