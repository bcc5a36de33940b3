package org.trainingaudit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedSet;
import org.trainingaudit.zip.UntrustedZip;

/** A bundle in a zip, read in place: nothing is ever unpacked to the disk. */
final class ZipFiles implements LogFiles {

    private final UntrustedZip zip;

    ZipFiles(Path file) throws IOException {
        this.zip = UntrustedZip.open(file);
    }

    @Override
    public SortedSet<String> paths() {
        return zip.paths();
    }

    @Override
    public InputStream open(String path) throws IOException {
        return zip.open(path);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the zip", e);
        }
    }
}
