package org.trainingaudit.cluster;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Offers as sealed text: one line of JSON, of which the seal covers everything else. */
final class OfferText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int VERSION = 2;
    private static final int LONGEST = 4_096;
    private static final String SEAL = "seal";

    private final BrokerKey key;

    OfferText(BrokerKey key) {
        this.key = key;
    }

    /** A text that is none of ours; the answer says why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Answer why;

        Unreadable(Answer why) {
            super(why.word());
            this.why = why;
        }

        Answer why() {
            return why;
        }
    }

    String write(Offer offer) {
        ObjectNode content = content(offer);
        return content.put(SEAL, key.seal(content.toString())).toString();
    }

    private static ObjectNode content(Offer offer) {
        return JSON.createObjectNode()
                .put("version", VERSION)
                .put("run", offer.run())
                .put("share", offer.share())
                .put("turn", offer.turn())
                .put("fence", offer.fence())
                .put("config", offer.config())
                .put("lastResort", offer.lastResort());
    }

    /** Looks at the seal before anything else of it is believed. */
    Offer read(String text) throws Unreadable {
        JsonNode node = parse(text);
        if (!(node instanceof ObjectNode content) || !content.path(SEAL).isString()) {
            throw new Unreadable(Answer.FORGED);
        }
        String seal = content.remove(SEAL).asString();
        if (!key.isSealed(content.toString(), seal)) {
            throw new Unreadable(Answer.FORGED);
        }
        if (content.path("version").asInt(0) != VERSION) {
            throw new Unreadable(Answer.OTHER_VERSION);
        }
        Offer offer = new Offer(
                content.path("run").asString(""),
                content.path("share").asLong(-1),
                content.path("turn").asLong(-1),
                content.path("fence").asLong(-1),
                content.path("config").asString(""),
                content.path("lastResort").asBoolean(false));
        if (!content(offer).toString().equals(content.toString())) {
            throw new Unreadable(Answer.FORGED);
        }
        return offer;
    }

    private static JsonNode parse(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable(Answer.FORGED);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Unreadable(Answer.FORGED);
        }
    }
}
