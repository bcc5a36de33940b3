package org.trainingaudit.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip from anybody. All its names are judged before anything in it is opened. */
public final class UntrustedZip implements AutoCloseable {

    /** Text packs to a tenth or a thirtieth; what packs much better was made to. */
    private static final long MOST_TIMES = 200;

    private static final long SMALL = 10_000_000;
    private static final long LARGEST_UNPACKED = 64L << 30;
    private static final int MOST_UNPACKED = 1_000_000;

    private final ZipFile zip;
    private final SortedSet<String> paths;

    private UntrustedZip(ZipFile zip, SortedSet<String> paths) {
        this.zip = zip;
        this.paths = paths;
    }

    /**
     * Opens a zip after looking at all its names.
     *
     * @throws RefusedZip naming the entry that leads outside, is a link, shares its name with another or unpacks to far more
     *     than it is
     * @throws IOException if it can't be read, or is no zip
     */
    public static UntrustedZip open(Path file) throws IOException {
        SortedSet<String> paths = checked(ZipDirectory.read(file));
        ZipFile zip = new ZipFile(file.toFile());
        try {
            requireHonest(zip, paths, Files.size(file));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
        return new UntrustedZip(zip, paths);
    }

    private static SortedSet<String> checked(List<ZipDirectory.Entry> entries) throws RefusedZip {
        SortedSet<String> paths = new TreeSet<>();
        Set<String> folded = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name();
            String path = entry.isFolder() ? name.substring(0, name.length() - 1) : name;
            require(PortablePath.isSafe(path), name, "leads outside the bundle, or is no plain path");
            require(!entry.isLink(), name, "is a link or a special file");
            require(!entry.isEncrypted(), name, "is encrypted");
            require(
                    folded.add(path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)),
                    name,
                    "shares its name with another entry, upper and lower case aside");
            if (!entry.isFolder()) {
                paths.add(name);
            }
        }
        return paths;
    }

    private static void requireHonest(ZipFile zip, Set<String> paths, long size) throws RefusedZip {
        List<? extends ZipEntry> files =
                zip.stream().filter(entry -> !entry.isDirectory()).toList();
        if (files.size() != paths.size() || !files.stream().allMatch(file -> paths.contains(file.getName()))) {
            throw new RefusedZip("the zip lists other names for one reader than for another");
        }
        requirePacked(files, size);
        Optional<? extends ZipEntry> bomb =
                files.stream().filter(UntrustedZip::isBomb).findFirst();
        if (bomb.isPresent()) {
            ZipEntry file = bomb.get();
            require(
                    false,
                    file.getName(),
                    "unpacks from " + file.getCompressedSize() + " to " + file.getSize() + " bytes, more than "
                            + MOST_TIMES + " times");
        }
    }

    /** Who states more packed bytes than there are hides how much they unpack to, or lets files lie over each other. */
    private static void requirePacked(List<? extends ZipEntry> files, long size) throws RefusedZip {
        long left = size;
        for (ZipEntry file : files) {
            long packed = file.getCompressedSize();
            require(
                    packed >= 0 && packed <= left,
                    file.getName(),
                    "states " + packed + " packed bytes; with those before it that is more than the zip has");
            left -= packed;
        }
    }

    private static boolean isBomb(ZipEntry entry) {
        return entry.getSize() > SMALL && entry.getSize() / MOST_TIMES > entry.getCompressedSize();
    }

    private static void require(boolean good, String name, String why) throws RefusedZip {
        if (!good) {
            throw new RefusedZip("zip entry '" + name.replaceAll("\\p{Cntrl}", "?") + "' " + why);
        }
    }

    /** All files, by path with {@code /} between its parts. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    /** Opens a file of {@link #paths()}; gives no more bytes than the zip states. */
    public InputStream open(String path) throws IOException {
        ZipEntry entry = Objects.requireNonNull(zip.getEntry(path), "listed before");
        return new Stated(zip.getInputStream(entry), entry.getSize());
    }

    /**
     * Unpacks all files.
     *
     * @param into an empty folder, or one that this makes
     * @throws RefusedZip if they are too many or too large; then nothing is written
     */
    public void unpack(Path into) throws IOException {
        if (paths.size() > MOST_UNPACKED) {
            throw new RefusedZip("the zip has " + paths.size() + " files, expected at most " + MOST_UNPACKED);
        }
        long size = zip.stream().mapToLong(ZipEntry::getSize).sum();
        if (size > LARGEST_UNPACKED) {
            throw new RefusedZip("the zip unpacks to " + size + " bytes, expected at most " + LARGEST_UNPACKED);
        }
        for (String path : paths) {
            Path target = into.resolve(path);
            Files.createDirectories(target.resolveSibling(".").normalize());
            try (InputStream in = open(path);
                    OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
                in.transferTo(out);
            }
        }
    }

    /** Gives no more bytes than the directory states, so that a small number there hides no large file. */
    private static final class Stated extends FilterInputStream {

        private long left;

        Stated(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("it unpacks to more bytes than the zip states");
            }
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
