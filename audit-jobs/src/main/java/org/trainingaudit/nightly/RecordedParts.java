package org.trainingaudit.nightly;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was last recorded of a subject: a hash for each part of it. As text a part is its hash, a separator and its name. */
final class RecordedParts {

    private static final String BETWEEN = "\u001e";
    private static final char AFTER_HASH = '\u001f';
    private static final String ANEW = "!";
    /** Enough of a hash to tell change by; nobody gains by a collision, for the trail holds the whole. */
    private static final int DIGITS = 32;

    private final Map<String, String> hashes = new TreeMap<>();

    /** Reads the text; with a {@code !} before it the names alone, so that each part counts as changed. */
    static RecordedParts read(@Nullable String text) {
        RecordedParts parts = new RecordedParts();
        if (text == null || text.isEmpty()) {
            return parts;
        }
        boolean anew = text.startsWith(ANEW);
        for (String part : (anew ? text.substring(ANEW.length()) : text).split(BETWEEN, -1)) {
            int end = part.indexOf(AFTER_HASH);
            parts.hashes.put(part.substring(end + 1), anew ? "" : part.substring(0, end));
        }
        return parts;
    }

    /** Remembers the part and says whether it's new or other than before. */
    boolean put(String part, String sha256) {
        String hash = sha256.substring(0, DIGITS);
        return !hash.equals(hashes.put(name(part), hash));
    }

    void remove(String part) {
        hashes.remove(name(part));
    }

    Set<String> names() {
        return hashes.keySet();
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        hashes.forEach((part, hash) -> text.append(text.isEmpty() ? "" : BETWEEN)
                .append(hash)
                .append(AFTER_HASH)
                .append(part));
        return text.toString();
    }

    /** Whose parts are to be told apart later can't hold what keeps them apart here. */
    private static String name(String part) {
        return part.replace(BETWEEN, " ");
    }
}
