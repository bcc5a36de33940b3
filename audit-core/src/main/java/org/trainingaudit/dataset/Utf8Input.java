package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a stream in UTF-8, whatever its encoding. Bytes that mean nothing in that encoding become {@code 0xFF}, so
 * that the row in which they stand is rejected for its encoding.
 */
final class Utf8Input extends InputStream {

    private static final int CHUNK = 32 * 1024;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer raw = ByteBuffer.allocate(CHUNK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final ByteBuffer ready = ByteBuffer.allocate(4 * CHUNK).limit(0);
    private boolean ended;

    private Utf8Input(InputStream in, Encoding encoding) {
        this.in = in;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The stream itself where it already is UTF-8. */
    static InputStream of(InputStream in, Encoding encoding) throws IOException {
        in.skipNBytes(encoding.skipped());
        return encoding.isUtf8() ? in : new Utf8Input(in, encoding);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ready.hasRemaining()) {
            if (ended) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, ready.remaining());
        ready.get(bytes, offset, count);
        return count;
    }

    private void next() throws IOException {
        raw.compact();
        int count = in.read(raw.array(), raw.position(), raw.remaining());
        raw.position(raw.position() + Math.max(0, count)).flip();
        ended = count < 0;
        ready.clear();
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(raw, chars, ended);
            ready.limit(ready.capacity());
            encoder.encode(chars.flip(), ready, false);
            if (result.isError()) {
                // A lone surrogate counts as 4 bytes, the latter 2 of which may well be a line end.
                raw.position(raw.position() + Math.min(2, result.length()));
                ready.put((byte) 0xFF);
            }
        } while (result.isError() && ready.remaining() >= 3 * CHUNK + 1);
        ended &= !raw.hasRemaining();
        ready.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
