package org.trainingaudit.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Text in UTF-8 whose beginning has been looked at, so that its encoding is known and its layout can be found out. */
final class Prefix {

    private final byte[] bytes;
    private final boolean whole;
    private final InputStream rest;
    private final Encoding encoding;

    private Prefix(byte[] bytes, boolean whole, InputStream rest, Encoding encoding) {
        this.bytes = bytes;
        this.whole = whole;
        this.rest = rest;
        this.encoding = encoding;
    }

    /** Looks at so many bytes; refuses where the encoding can't be told. */
    static Prefix of(InputStream in, int size) throws IOException {
        byte[] raw = in.readNBytes(size);
        Encoding encoding = EncodingSniffer.sniff(raw, raw.length < size);
        InputStream text = Utf8Input.of(joined(raw, in), encoding);
        byte[] prefix = text.readNBytes(size);
        return new Prefix(prefix, prefix.length < size, text, encoding);
    }

    /** The beginning, in UTF-8. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether the beginning is all there is. */
    boolean whole() {
        return whole;
    }

    Encoding encoding() {
        return encoding;
    }

    /** All of the text, from the beginning on. */
    InputStream all() {
        return joined(bytes, rest);
    }

    private static InputStream joined(byte[] first, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(first), rest);
    }
}
