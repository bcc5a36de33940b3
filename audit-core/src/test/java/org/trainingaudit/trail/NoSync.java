package org.trainingaudit.trail;

import java.io.IOException;
import java.nio.file.Path;

/** The real disk without its waits, for tests that write many files and lose no power. */
final class NoSync implements Disk {

    private final Disk disk = new RealDisk();

    @Override
    public void makeDirectory(Path directory, boolean secret) throws IOException {
        disk.makeDirectory(directory, secret);
    }

    @Override
    public void write(Path file, byte[] bytes, boolean secret) throws IOException {
        disk.write(file, bytes, secret);
    }

    @Override
    public void sync(Path file) {}

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void syncDirectory(Path directory) {}

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }
}
