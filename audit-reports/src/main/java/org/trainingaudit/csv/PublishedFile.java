package org.trainingaudit.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.hash.Sha256;

/** A file of a folder in the making: counts and hashes what is written, and is forced to disk when closed. */
public final class PublishedFile extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long bytes;
    private boolean open = true;
    private String sha256 = "";

    PublishedFile(Path path) throws IOException {
        this.path = path;
        try {
            this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DiskFault(path, e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == BUFFER) {
            drain();
        }
        buffer[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] source, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == BUFFER) {
                drain();
            }
            int part = Math.min(left, BUFFER - filled);
            System.arraycopy(source, at, buffer, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    private void drain() throws IOException {
        digest.update(buffer, 0, filled);
        ByteBuffer left = ByteBuffer.wrap(buffer, 0, filled);
        DiskFault.change(path, () -> {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
        bytes += filled;
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try (channel) {
                drain();
                DiskFault.change(path, () -> channel.force(true));
            }
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
    }

    /** How long it is; only once it's closed. */
    public long bytes() {
        return bytes;
    }

    /** The hash over it, 64 lower-case hex digits; only once it's closed. */
    public String sha256() {
        return sha256;
    }
}
