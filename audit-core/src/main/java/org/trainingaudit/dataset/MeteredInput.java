package org.trainingaudit.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream under a parser that must not gather too much before it tells something: refused when more than a limit is read
 * between two calls of {@link #told()}.
 */
final class MeteredInput extends FilterInputStream {

    private final long limit;
    private long sinceTold;

    MeteredInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** The parser has told what it read. */
    void told() {
        sinceTold = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        sinceTold += Math.max(0, read);
        if (sinceTold > limit) {
            throw new RefusedException(Refusal.overLimit(
                    "one mark-up element is larger than " + limit + " bytes (audit.dataset.max-row-bytes)"));
        }
        return read;
    }
}
