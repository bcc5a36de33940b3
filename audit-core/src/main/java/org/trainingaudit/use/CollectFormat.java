package org.trainingaudit.use;

import java.util.Optional;
import org.trainingaudit.config.Faults;

/** One kind of document that tells of uses. */
interface CollectFormat {

    /** Whether the document is of this kind. */
    boolean recognises(Document document);

    /** What it tells; nothing, and a fault, where nothing of it can be read. */
    Optional<Collected> read(Document document, FactCatalogue catalogue, Faults faults);
}
