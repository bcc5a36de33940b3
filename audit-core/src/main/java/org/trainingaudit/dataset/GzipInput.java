package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip, member after member. What stands behind the last member is refused: the JDK's stream passes it over in
 * silence, and with it a further member whose first bytes are broken.
 */
final class GzipInput extends GZIPInputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int TRAILER = 8;

    GzipInput(InputStream in) throws IOException {
        super(in, BUFFER);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
            throw new RefusedException(Refusal.refused(
                    "something that isn't gzip follows the packed content; it may be broken, so pack the file again"));
        }
        return count;
    }
}
