package org.trainingaudit.regime;

import java.util.Map;
import java.util.Optional;

/** The language in which a law is written, where that's neither of the two in which every name stands. */
final class OwnLanguage {

    private static final Map<String, String> BY_COUNTRY = Map.of("CN", "zh", "KR", "ko");

    private static final String JAPAN = "JP";

    private OwnLanguage() {}

    /** The language in which a jurisdiction's laws are read out, where that isn't English. */
    static Optional<String> shown(String jurisdiction) {
        return jurisdiction.equals(JAPAN) ? Optional.of("ja") : of(jurisdiction);
    }

    /** The language of a jurisdiction's laws, {@code zh} of {@code CN}; empty where names in it aren't asked for. */
    static Optional<String> of(String jurisdiction) {
        int dash = jurisdiction.indexOf('-');
        return Optional.ofNullable(BY_COUNTRY.get(dash < 0 ? jurisdiction : jurisdiction.substring(0, dash)));
    }
}
