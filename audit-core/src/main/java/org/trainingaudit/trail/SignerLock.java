package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.trainingaudit.disk.DiskFault;

/** Keeps a second process from signing at the same time. */
final class SignerLock implements AutoCloseable {

    private final FileChannel channel;

    private SignerLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock at once, or refuses. */
    static SignerLock take(Path folder) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return new SignerLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new DiskFault(file, e).unchecked();
        }
        throw new TrailException("another process signs with this state and holds " + file + "; wait until it is done");
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the signer's lock", e);
        }
    }
}
