package org.trainingaudit.trail;

/** An entry's bytes with its place and id. */
record Numbered(long seq, String id, EntryBytes bytes) {}
