package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The id by which an entry is recorded once, however often its step is tried: a hash over business facts. */
final class EntryId {

    private EntryId() {}

    /**
     * The id of an entry of this kind about these facts, 64 hex digits.
     *
     * <p>A part that holds a newline (a column may be named so) takes part as {@code sha256:} and the hash of its UTF-8,
     * since parts are told apart by newlines.
     *
     * @throws TrailException if a part holds half a surrogate pair
     */
    public static String of(String kind, List<String> parts) {
        StringBuilder text = new StringBuilder("audit-id/v1\n").append(kind);
        parts.forEach(part -> text.append('\n').append(onOneLine(kind, part)));
        return Hash.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String onOneLine(String kind, String part) {
        byte[] bytes = Encoding.utf8(part)
                .orElseThrow(() ->
                        new TrailException("a part of the id of a '" + kind + "' entry holds half a surrogate pair"));
        return part.indexOf('\n') < 0 ? part : "sha256:" + Hash.of(bytes).hex();
    }
}
