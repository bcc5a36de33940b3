package org.trainingaudit.nightly;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of texts in the body of an entry. */
final class BodyTexts {

    private BodyTexts() {}

    /** Puts the texts behind the members that the body has. */
    static void put(ObjectNode body, String name, Collection<String> texts) {
        ArrayNode list = body.putArray(name);
        texts.forEach(list::add);
    }
}
