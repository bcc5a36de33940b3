package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A large plain file, cut between rows into blocks that can be read by themselves, in any order, each by another thread or
 * another process. Together they have the rows of the whole file, with the same rejections at the same places.
 *
 * <p>Can be kept as JSON; holds no value, and of a file without a header no name either.
 *
 * @param form how the content was understood, as in {@link ReadResult#form()}
 * @param columns the columns' names
 * @param layout how the file is laid out
 * @param bytes its size when it was cut
 * @param modified when it had last been changed then, in milliseconds
 * @param blocks from its beginning to its end
 */
public record FileBlocks(
        String form, List<String> columns, Layout layout, long bytes, long modified, List<Block> blocks) {

    /**
     * A block.
     *
     * @param number from 0
     * @param start where it begins in the file, in bytes
     * @param end where it ends, exclusive
     * @param unitsBefore rows before it, rejected ones included
     * @param linesBefore lines before it
     */
    public record Block(int number, long start, long end, long unitsBefore, long linesBefore) {}

    /**
     * How a file is laid out.
     *
     * @param format the format's name
     * @param delimiter the byte between cells
     * @param skipped rows at the beginning that are none
     * @param titles rows above the header
     * @param header whether a row names the columns
     * @param unnamed blank cells at the end of that row that none of the first others has
     */
    public record Layout(String format, int delimiter, int skipped, int titles, boolean header, int unnamed) {}

    public FileBlocks {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    /**
     * Cuts a file that is larger than a block, which takes one quick reading.
     *
     * @param name of the file, for messages
     * @param size how large a block is at least, in bytes
     * @return nothing where the file isn't so large, or can't be cut: packed, not in UTF-8, or of a format with parts
     * @throws RefusedException where it can't be read at all
     */
    public static Optional<FileBlocks> cut(Path file, String name, Limits limits, long size) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) <= size) {
                return Optional.empty();
            }
            return new BlockCutter(file, limits, size).cut();
        } catch (IOException e) {
            throw RefusedException.unreadable().named(name);
        } catch (RefusedException e) {
            throw e.named(name);
        }
    }

    /** Whether the file is still as it was when it was cut, as far as its size and time tell. */
    public boolean isStillOf(Path file) {
        try {
            return Files.size(file) == bytes && Files.getLastModifiedTime(file).toMillis() == modified;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads one block to its end.
     *
     * @param name of the file, for messages
     * @return what that came to; the rows of all blocks together are those of the file
     * @throws RefusedException where it can't be read to its end, or passes a limit
     */
    public ReadResult read(Path file, String name, Block block, Limits limits, RowVisitor visitor) {
        try {
            return new BlockReader(this, limits).read(file, block, visitor);
        } catch (IOException e) {
            throw RefusedException.unreadable().named(name);
        } catch (RefusedException e) {
            throw e.named(name);
        }
    }
}
