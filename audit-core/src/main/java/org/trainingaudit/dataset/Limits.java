package org.trainingaudit.dataset;

/**
 * How much of a hostile file is taken in before it is refused.
 *
 * @param maxColumns most columns of a dataset; one with more is refused
 * @param maxRowBytes longest row in bytes of UTF-8; a longer one is rejected
 * @param maxUnpackedBytes most bytes that a packed file may unpack to; one with more is refused
 */
public record Limits(int maxColumns, int maxRowBytes, long maxUnpackedBytes) {

    /** The limits that hold where nothing else is configured. */
    public static final Limits DEFAULT = new Limits(16_384, 4 * 1024 * 1024, 64L * 1024 * 1024 * 1024);

    public Limits {
        if (maxColumns < 1 || maxRowBytes < 1 || maxUnpackedBytes < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }
}
