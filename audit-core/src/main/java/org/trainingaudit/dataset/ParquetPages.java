package org.trainingaudit.dataset;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks the pages of a Parquet file, each to the size that it says and no further, so that none can grow past the limit.
 * Parquet's own would load Hadoop's codecs by class name.
 */
final class ParquetPages implements CompressionCodecFactory {

    private final long largest;

    ParquetPages(Limits limits) {
        this.largest = limits.maxTextBytes();
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED ->
                new Page((packed, unpacked) -> System.arraycopy(packed, 0, unpacked, 0, unpacked.length));
            case SNAPPY ->
                new Page((packed, unpacked) -> {
                    // Looked at before, since it writes as much as it says, wherever that ends.
                    requireSize(Snappy.uncompressedLength(packed), unpacked.length);
                    requireSize(Snappy.uncompress(packed, 0, packed.length, unpacked, 0), unpacked.length);
                });
            case GZIP -> new Page(ParquetPages::gunzip);
            case ZSTD ->
                new Page((packed, unpacked) -> requireSize(
                        Zstd.decompressByteArray(unpacked, 0, unpacked.length, packed, 0, packed.length),
                        unpacked.length));
            case LZ4_RAW ->
                new Page((packed, unpacked) -> requireSize(
                        new Lz4Decompressor().decompress(packed, 0, packed.length, unpacked, 0, unpacked.length),
                        unpacked.length));
            case LZO, BROTLI, LZ4 ->
                throw new RefusedException(Refusal.refused("its pages are packed with " + codec
                        + ", for which there is no reader; write it with ZSTD, SNAPPY, GZIP or LZ4_RAW"));
        };
    }

    private static void gunzip(byte[] packed, byte[] unpacked) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            requireSize(in.readNBytes(unpacked, 0, unpacked.length), unpacked.length);
        }
    }

    private static void requireSize(long found, long expected) throws IOException {
        if (found != expected) {
            throw new IOException("a page unpacks to " + found + " bytes instead of " + expected);
        }
    }

    @Override
    public void release() {}

    private interface Unpacker {
        void unpack(byte[] packed, byte[] unpacked) throws IOException;
    }

    private final class Page implements BytesInputDecompressor {

        private final Unpacker unpacker;

        Page(Unpacker unpacker) {
            this.unpacker = unpacker;
        }

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpacked(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer unpacked, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            unpacked.put(unpacked(bytes, size));
        }

        private byte[] unpacked(byte[] packed, int size) throws IOException {
            if (size > largest) {
                throw new RefusedException(Refusal.overLimit("one of its pages unpacks to " + size + " bytes; at most "
                        + largest + " are read (audit.dataset.max-text-bytes)"));
            }
            if (size < 0) {
                throw new IOException("a page of " + size + " bytes");
            }
            byte[] unpacked = new byte[size];
            unpacker.unpack(packed, unpacked);
            return unpacked;
        }

        @Override
        public void release() {}
    }
}
