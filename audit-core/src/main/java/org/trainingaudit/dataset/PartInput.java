package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file from one place to another; ends earlier where the file does, which is refused. */
final class PartInput extends InputStream {

    private final SeekableByteChannel channel;
    private long left;

    PartInput(SeekableByteChannel channel, long start, long end) throws IOException {
        this.channel = channel.position(start);
        this.left = end - start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(left, length)));
        if (count < 0) {
            throw new IOException("the file is shorter than it was");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
