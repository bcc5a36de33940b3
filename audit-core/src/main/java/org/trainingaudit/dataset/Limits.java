package org.trainingaudit.dataset;

/**
 * How much of a hostile file is taken in before it is refused.
 *
 * @param maxColumns most columns of a dataset; one with more is refused
 * @param maxRowBytes longest row in bytes of UTF-8; a longer one is rejected
 * @param maxUnpackedBytes most bytes that a packed file, or a part of a workbook, may unpack to; one with more is refused
 * @param maxEntries most parts of a workbook and most files of a dataset; one with more is refused
 * @param maxTextBytes most bytes of the texts that all sheets of a workbook share, which are held in memory, and of one
 *     column's part of a Parquet row group
 */
public record Limits(int maxColumns, int maxRowBytes, long maxUnpackedBytes, int maxEntries, long maxTextBytes) {

    /** No longer row can be asked for: 512 MiB. */
    public static final int MOST_ROW_BYTES = 512 * 1024 * 1024;

    /** The limits that hold where nothing else is configured. */
    public static final Limits DEFAULT =
            new Limits(16_384, 4 * 1024 * 1024, 64L * 1024 * 1024 * 1024, 10_000, 128L * 1024 * 1024);

    public Limits {
        if (maxColumns < 1 || maxRowBytes < 1 || maxUnpackedBytes < 1 || maxEntries < 1 || maxTextBytes < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }

    /** The first three, and the others as in {@link #DEFAULT}. */
    public Limits(int maxColumns, int maxRowBytes, long maxUnpackedBytes) {
        this(maxColumns, maxRowBytes, maxUnpackedBytes, DEFAULT.maxEntries, DEFAULT.maxTextBytes);
    }
}
