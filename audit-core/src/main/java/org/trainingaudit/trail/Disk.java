package org.trainingaudit.trail;

import java.io.IOException;
import java.nio.file.Path;

/** The calls that change the disk, each of which can be the last one before a crash. */
interface Disk {

    /** Makes a directory whose parent exists; open to its owner alone where {@code secret}. */
    void makeDirectory(Path directory, boolean secret) throws IOException;

    /** Writes a new file, or over one that is not published; readable by its owner alone where {@code secret}. */
    void write(Path file, byte[] bytes, boolean secret) throws IOException;

    /** Waits until the file's bytes are on the disk. */
    void sync(Path file) throws IOException;

    /** Puts the file in the place of another, whole. */
    void rename(Path from, Path to) throws IOException;

    /** Waits until the names in the directory are on the disk. */
    void syncDirectory(Path directory) throws IOException;

    /** Removes a file, or a directory without files, if it is there. */
    void delete(Path file) throws IOException;
}
