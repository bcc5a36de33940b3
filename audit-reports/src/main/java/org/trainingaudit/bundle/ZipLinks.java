package org.trainingaudit.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Finds what a zip made on Unix says isn't a plain file or folder. The JDK's reader doesn't tell, so the file's own
 * directory is read here: APPNOTE 6.3, sections 4.3.12 to 4.3.16.
 */
final class ZipLinks {

    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int FILE_HEADER = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int HEADER_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int UNIX = 3;
    private static final int TYPE = 0170000;
    private static final int PLAIN_FILE = 0100000;
    private static final int FOLDER = 0040000;

    private final FileChannel file;

    private ZipLinks(FileChannel file) {
        this.file = file;
    }

    /** The name of the first entry that is a link, a pipe, a device or the like. */
    static Optional<String> first(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
            return new ZipLinks(file).first();
        }
    }

    private Optional<String> first() throws IOException {
        long at = start();
        ByteBuffer header = read(at, HEADER_LENGTH);
        while (header.getInt(0) == FILE_HEADER) {
            int nameLength = Short.toUnsignedInt(header.getShort(28));
            if (isOdd(header)) {
                byte[] name = read(at + HEADER_LENGTH, nameLength).array();
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
            at += HEADER_LENGTH
                    + nameLength
                    + Short.toUnsignedInt(header.getShort(30))
                    + Short.toUnsignedInt(header.getShort(32));
            header = read(at, HEADER_LENGTH);
        }
        return Optional.empty();
    }

    private static boolean isOdd(ByteBuffer header) {
        int type = (header.getInt(38) >>> 16) & TYPE;
        return header.get(5) == UNIX && type != 0 && type != PLAIN_FILE && type != FOLDER;
    }

    /** Where the directory starts; a large zip says so in a record of its own. */
    private long start() throws IOException {
        long size = file.size();
        long from = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
        ByteBuffer tail = read(from, (int) (size - from));
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long start = Integer.toUnsignedLong(tail.getInt(at + 16));
                boolean large = at >= LOCATOR_LENGTH && tail.getInt(at - LOCATOR_LENGTH) == END64_LOCATOR;
                return large ? read(tail.getLong(at - LOCATOR_LENGTH + 8), 56).getLong(48) : start;
            }
        }
        throw new ZipException("not a zip: it has no directory");
    }

    /** So many bytes from there, or fewer and zeros where the file ends. */
    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (at < 0) {
            throw new ZipException("not a zip: its directory is nowhere");
        }
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // until it is full or the file ends
        }
        bytes.rewind();
        return bytes;
    }
}
