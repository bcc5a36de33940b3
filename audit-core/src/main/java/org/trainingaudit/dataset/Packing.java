package org.trainingaudit.dataset;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How a file's content can be packed; told by its first bytes, whatever its name says. */
enum Packing {
    GZIP("gzip", "\u001F\u008B") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new GzipInput(in);
        }
    },
    ZSTD("zstd", "(\u00B5/\u00FD") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            // Frames one behind the other are read to the last; one that needs a window over 128 MiB is refused.
            return new ZstdInputStreamNoFinalizer(in).setLongMax(LARGEST_WINDOW_LOG);
        }
    };

    private static final int LARGEST_WINDOW_LOG = 27;
    private static final int MARK = 4;
    private static final int BUFFER = 64 * 1024;

    private final String shown;
    /** One character for each byte. */
    private final String mark;

    Packing(String shown, String mark) {
        this.shown = shown;
        this.mark = mark;
    }

    abstract InputStream unpacked(InputStream in) throws IOException;

    /** Its name in messages. */
    String shown() {
        return shown;
    }

    /** How the stream is packed, which must be able to go back to its mark; it stays where it stands. */
    static Optional<Packing> of(InputStream in) throws IOException {
        in.mark(MARK);
        String begin = new String(in.readNBytes(MARK), StandardCharsets.ISO_8859_1);
        in.reset();
        return Arrays.stream(values())
                .filter(packing -> begin.startsWith(packing.mark))
                .findFirst();
    }

    /**
     * The stream unpacked, refused as soon as it gives more than the limit.
     *
     * @throws RefusedException where it is packed twice
     */
    InputStream open(InputStream in, Limits limits) throws IOException {
        InputStream unpacked = new BufferedInputStream(LimitedInput.unpacking(unpacked(in), limits), BUFFER);
        try {
            refuseTwice(unpacked);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            // Also what was taken for unpacking, which isn't Java's memory.
            unpacked.close();
            throw e;
        }
    }

    private void refuseTwice(InputStream unpacked) throws IOException {
        Optional<Packing> again = of(unpacked);
        if (again.isPresent()) {
            throw new RefusedException(
                    Refusal.refused(again.get().shown + " inside " + shown + "; pack the file once"));
        }
    }
}
