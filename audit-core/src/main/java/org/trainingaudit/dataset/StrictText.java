package org.trainingaudit.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The text that bytes are in one encoding or another, where all of them are valid in it. */
final class StrictText {

    private final byte[] bytes;

    StrictText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text; nothing where a byte isn't valid. */
    Optional<CharBuffer> in(Encoding encoding) {
        try {
            return Optional.of(encoding.charset().newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether they decode to text, with hardly a character that no text has. */
    boolean isText(Encoding encoding) {
        Optional<CharBuffer> text = in(encoding);
        long strange =
                text.map(t -> t.chars().filter(StrictText::isNoText).count()).orElse(0L);
        return text.isPresent() && 100 * strange <= text.get().length();
    }

    private static boolean isNoText(int c) {
        return (Character.isISOControl(c) && !Character.isWhitespace(c))
                || Character.getType(c) == Character.UNASSIGNED
                || Character.getType(c) == Character.PRIVATE_USE;
    }
}
