package org.trainingaudit.nightly;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.TooComplexException;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.setup.Configuration;

/**
 * Names of datasets and columns as they may stand in the trail: as written, unless one is over 256 characters or a
 * detector finds a person in it (trail format, section 1.3).
 */
@Component
class SafeNames {

    /** How a name begins that is withheld. */
    static final String WITHHELD = "sha256:";

    private static final int LONGEST = 256;
    private static final int REMEMBERED = 10_000;

    private final Configuration setup;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    SafeNames(Configuration setup) {
        this.setup = setup;
    }

    /**
     * The name, or its hash with a note: also where a detector can't tell in time whether it names a person. Looking for
     * persons costs far more than remembering, and names come again.
     */
    String of(String name) {
        String before = known.get(name);
        if (before != null) {
            return before;
        }
        String safe = safe(name);
        if (known.size() < REMEMBERED) {
            known.put(name, safe);
        }
        return safe;
    }

    private String safe(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (normal.length() > LONGEST) {
            return withheld(normal, "too long");
        }
        return namesAPerson(normal) ? withheld(normal, "personal") : normal;
    }

    private boolean namesAPerson(String name) {
        try {
            return setup.detectors().find(name).stream()
                    .anyMatch(span -> setup.taxonomy().isUnder(span.category(), "contact")
                            || setup.taxonomy().isUnder(span.category(), "government_id"));
        } catch (TooComplexException e) {
            return true;
        }
    }

    private static String withheld(String name, String why) {
        return WITHHELD + Sha256.hex(name) + " (" + why + ")";
    }
}
