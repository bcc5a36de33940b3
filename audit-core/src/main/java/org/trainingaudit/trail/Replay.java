package org.trainingaudit.trail;

import java.util.function.Consumer;

/** Entries that come back from an exported log; see {@link Trail#replay}. */
interface Replay {

    /** Hands out the entries after this head, and answers with the head they lead to. */
    LogTables.Head run(LogTables.Head before, Consumer<Numbered> entries);
}
