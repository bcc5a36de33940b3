package org.trainingaudit.trail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

/** A bundle in a zip, read in place: nothing is ever unpacked to the disk. */
final class ZipSource implements LogSource {

    /** Text packs to a tenth or a thirtieth; what packs much better was made to. */
    private static final long MOST_TIMES = 200;

    private static final long SMALL = 10_000_000;

    private final ZipFile zip;
    private final SortedSet<String> paths;

    private ZipSource(ZipFile zip, SortedSet<String> paths) {
        this.zip = zip;
        this.paths = paths;
    }

    /**
     * Opens a zip after looking at all its names.
     *
     * @throws TrailException naming the entry that leads outside, is a link, or shares its name with another
     */
    static ZipSource open(Path file) throws IOException {
        SortedSet<String> paths = checked(ZipDirectory.read(file));
        ZipFile zip = new ZipFile(file.toFile());
        boolean same =
                zip.stream().filter(entry -> !entry.isDirectory()).allMatch(entry -> paths.contains(entry.getName()))
                        && zip.stream().filter(entry -> !entry.isDirectory()).count() == paths.size();
        if (!same) {
            zip.close();
            throw new TrailException("the zip lists other names for one reader than for another");
        }
        Optional<? extends ZipEntry> bomb =
                zip.stream().filter(ZipSource::isBomb).findFirst();
        if (bomb.isPresent()) {
            zip.close();
            throw new TrailException("zip entry '" + printable(bomb.get().getName()) + "' unpacks from "
                    + bomb.get().getCompressedSize() + " to " + bomb.get().getSize() + " bytes, more than " + MOST_TIMES
                    + " times");
        }
        return new ZipSource(zip, paths);
    }

    private static boolean isBomb(ZipEntry entry) {
        return entry.getSize() > SMALL && entry.getSize() / MOST_TIMES > entry.getCompressedSize();
    }

    private static SortedSet<String> checked(List<ZipDirectory.Entry> entries) {
        SortedSet<String> paths = new TreeSet<>();
        Set<String> lower = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name();
            require(isInside(name), name, "leads outside the bundle, or is no plain path");
            require(!entry.isLink(), name, "is a link or a special file");
            require(!entry.isEncrypted(), name, "is encrypted");
            require(
                    lower.add(name.toLowerCase(Locale.ROOT)),
                    name,
                    "shares its name with another entry, upper and lower case aside");
            if (!name.endsWith("/")) {
                paths.add(name);
            }
        }
        return paths;
    }

    private static boolean isInside(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean plain = name.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == 0xfffd);
        for (String part : path.split("/", -1)) {
            plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        return plain;
    }

    private static void require(boolean good, String name, String why) {
        if (!good) {
            throw new TrailException("zip entry '" + printable(name) + "' " + why);
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[\\x00-\\x1f\\x7f]", "?");
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(paths);
    }

    @Override
    public InputStream open(String path) throws IOException {
        ZipEntry entry = Objects.requireNonNull(zip.getEntry(path), "listed before");
        return new Stated(zip.getInputStream(entry), entry.getSize());
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
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the zip", e);
        }
    }
}
