package org.trainingaudit.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is refused as soon as it gives more than a limit: in all, or since the last call of {@link #startAnew()} where
 * a parser must not gather too much before it tells something.
 */
final class LimitedInput extends FilterInputStream {

    private final long limit;
    private final Refusal refusal;
    private long count;

    LimitedInput(InputStream in, long limit, Refusal refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    /** A file that may not unpack to more than the configured size. */
    static LimitedInput unpacking(InputStream in, Limits limits) {
        return unpacking(in, limits.maxUnpackedBytes());
    }

    /** One that may not unpack to more than so many bytes. */
    static LimitedInput unpacking(InputStream in, long limit) {
        return new LimitedInput(
                in,
                limit,
                Refusal.overLimit("unpacks to more than " + limit + " bytes (audit.dataset.max-unpacked-bytes)"));
    }

    /** What was read so far is dealt with. */
    void startAnew() {
        count = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw new RefusedException(refusal);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 8192)).length;
    }
}
