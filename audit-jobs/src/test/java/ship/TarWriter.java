package ship;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A tar archive in the ustar form that is the same bytes for the same tree: everything in it is of one time, and users have numbers only. */
final class TarWriter implements Closeable {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char DIRECTORY = '5';

    private final OutputStream out;
    private final long seconds;

    /** @param seconds the time of everything in it, since 1970 */
    TarWriter(OutputStream out, long seconds) {
        this.out = out;
        this.seconds = seconds;
    }

    TarWriter add(FileTree tree) throws IOException {
        for (Map.Entry<String, FileTree.Item> each : tree.items().entrySet()) {
            add(each.getKey(), each.getValue());
        }
        return this;
    }

    private void add(String path, FileTree.Item item) throws IOException {
        if (item.isFolder()) {
            header(path + "/", item, 0, DIRECTORY, "");
        } else if (item.link().isPresent()) {
            header(path, item, 0, LINK, item.link().get());
        } else {
            byte[] content = item.content();
            header(path, item, content.length, FILE, "");
            out.write(content);
            out.write(new byte[padding(content.length)]);
        }
    }

    private static int padding(int length) {
        return (BLOCK - length % BLOCK) % BLOCK;
    }

    private void header(String path, FileTree.Item item, long size, char type, String link) throws IOException {
        byte[] block = new byte[BLOCK];
        int cut = cut(path);
        text(block, 0, NAME, path.substring(cut == 0 ? 0 : cut + 1));
        octal(block, 100, 8, item.mode());
        octal(block, 108, 8, item.owner());
        octal(block, 116, 8, item.owner());
        octal(block, 124, 12, size);
        octal(block, 136, 12, seconds);
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        text(block, 157, NAME, link);
        text(block, 257, 6, "ustar");
        text(block, 263, 2, "00");
        text(block, 345, PREFIX, path.substring(0, cut));
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xff;
        }
        octal(block, 148, 7, sum);
        out.write(block);
    }

    /** Where a path is cut into prefix and name; 0 where it needs no cut. */
    private static int cut(String path) {
        if (path.getBytes(StandardCharsets.UTF_8).length <= NAME) {
            return 0;
        }
        int cut = path.lastIndexOf('/', Math.min(PREFIX, path.length() - 2));
        if (cut <= 0) {
            throw new IllegalStateException("the path '" + path + "' is too long for a tar archive");
        }
        return cut;
    }

    private static void text(byte[] block, int at, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > length) {
            throw new IllegalStateException(
                    "'" + text + "' is longer than the " + length + " bytes that a tar has for it");
        }
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static void octal(byte[] block, int at, int length, long number) {
        text(block, at, length, String.format("%0" + (length - 1) + "o", number));
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }
}
