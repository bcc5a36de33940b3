package org.trainingaudit.trail;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry that somebody wants recorded; the log gives it its place and time.
 *
 * @param kind one of the kinds of the trail format
 * @param run the business key of the run, or empty outside a run
 * @param idParts the business facts that make its id, after the kind; never an execution number
 * @param body what is recorded
 */
public record EntryDraft(String kind, String run, List<String> idParts, ObjectNode body) {
    public EntryDraft {
        idParts = List.copyOf(idParts);
    }
}
