package org.trainingaudit.use;

import java.util.Optional;
import org.trainingaudit.config.Faults;

/** One kind of document that tells of uses. */
interface CollectFormat {

    /** Whether the document is of this kind. */
    boolean recognises(Document document);

    /**
     * What it tells; nothing, and a fault, where nothing of it can be read.
     *
     * @param seen gets what tools saw; the uses that follow from it are told when all documents are read
     */
    Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults);
}
