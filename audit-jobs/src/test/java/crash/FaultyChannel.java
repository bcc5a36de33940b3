package crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of a {@link FaultyDisk}; a write that fails leaves half of its bytes. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final Path file;
    private final DiskFaults faults;

    FaultyChannel(FileChannel real, Path file, DiskFaults faults) {
        this.real = real;
        this.file = file;
        this.faults = faults;
    }

    private interface Write {
        int of(ByteBuffer bytes) throws IOException;
    }

    private int write(ByteBuffer bytes, Write write) throws IOException {
        if (faults.strikes("write", file)) {
            ByteBuffer half = bytes.duplicate();
            write.of(half.limit(half.position() + half.remaining() / 2));
            throw faults.onOpenFile();
        }
        return write.of(bytes);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return write(bytes, real::write);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return write(bytes, some -> real.write(some, position));
    }

    @Override
    public long write(ByteBuffer[] bytes, int from, int length) throws IOException {
        fail("write");
        return real.write(bytes, from, length);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        fail("write");
        return real.transferFrom(source, position, count);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        fail("truncate");
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        fail("sync");
        real.force(metaData);
    }

    private void fail(String what) throws IOException {
        if (faults.strikes(what, file)) {
            throw faults.onOpenFile();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return real.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int from, int length) throws IOException {
        return real.read(into, from, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return real.read(into, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
