package org.trainingaudit.zip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip, every entry of it: the JDK's reader shows neither links nor the second of two equal
 * names.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int HEADER = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int HEADER_LENGTH = 46;
    private static final int LARGEST = 512 * 1024 * 1024;

    private ZipDirectory() {}

    /**
     * One entry as the directory states it.
     *
     * @param mode the Unix mode, 0 where none is stated
     */
    record Entry(String name, int mode, boolean isEncrypted) {

        private static final int TYPE = 0170000;
        private static final int FILE = 0100000;
        private static final int FOLDER = 0040000;

        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Whether it states to be anything but a file or folder. */
        boolean isLink() {
            int type = mode & TYPE;
            return type != 0 && type != FILE && type != FOLDER;
        }
    }

    /** Reads the directory; empty or broken zips are refused. */
    static List<Entry> read(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            return entries(directory(zip));
        }
    }

    private static ByteBuffer directory(RandomAccessFile zip) throws IOException {
        int tail = (int) Math.min(zip.length(), END_LENGTH + 65_535L);
        ByteBuffer end = bytes(zip, zip.length() - tail, tail);
        int at = tail - END_LENGTH;
        while (at >= 0
                && !(end.getInt(at) == END && Short.toUnsignedInt(end.getShort(at + 20)) == tail - at - END_LENGTH)) {
            at--;
        }
        if (at < 0) {
            throw new IOException("it is not a zip");
        }
        long length = Integer.toUnsignedLong(end.getInt(at + 12));
        long offset = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= 20 && end.getInt(at - 20) == LOCATOR_64) {
            ByteBuffer end64 = bytes(zip, end.getLong(at - 20 + 8), 56);
            if (end64.getInt(0) != END_64) {
                throw new IOException("its large directory is broken");
            }
            length = end64.getLong(40);
            offset = end64.getLong(48);
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("its directory has " + length + " bytes, expected at most " + LARGEST);
        }
        return bytes(zip, offset, (int) length);
    }

    private static ByteBuffer bytes(RandomAccessFile zip, long offset, int length) throws IOException {
        if (offset < 0 || offset + length > zip.length()) {
            throw new IOException("its directory lies outside of it");
        }
        byte[] bytes = new byte[length];
        zip.seek(offset);
        zip.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Entry> entries(ByteBuffer directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < directory.limit()) {
            if (at + HEADER_LENGTH > directory.limit() || directory.getInt(at) != HEADER) {
                throw new IOException("its directory is broken at byte " + at);
            }
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (at + HEADER_LENGTH + nameLength + rest > directory.limit()) {
                throw new IOException("its directory is cut short");
            }
            byte[] name = new byte[nameLength];
            directory.get(at + HEADER_LENGTH, name);
            boolean encrypted = (directory.getShort(at + 8) & 1) == 1;
            entries.add(
                    new Entry(new String(name, StandardCharsets.UTF_8), directory.getInt(at + 38) >>> 16, encrypted));
            at += HEADER_LENGTH + nameLength + rest;
        }
        return entries;
    }
}
