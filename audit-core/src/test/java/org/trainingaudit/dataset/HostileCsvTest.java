package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileCsvTest {

    private static final Limits SMALL = new Limits(16_384, 64 * 1024, 1);

    /** So many times the same bytes, without holding them. */
    private static InputStream times(long count, String unit) {
        byte[] bytes = unit.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long left = count * bytes.length;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] out, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int many = (int) Math.min(left, length);
                for (int i = 0; i < many; i++) {
                    out[offset + i] = bytes[(int) ((count * bytes.length - left + i) % bytes.length)];
                }
                left -= many;
                return many;
            }
        };
    }

    private static InputStream all(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(Arrays.asList(parts)));
    }

    private static Collected read(InputStream in) throws IOException {
        Collected got = new Collected();
        new CsvReader().read(in, SMALL, got);
        return got;
    }

    @Test
    void rejectsAnEndlessLineInBoundedMemory() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Collected got = read(all(times(1, "a,b\n1,2\n"), times(48L * 1024 * 1024, "x"), times(1, "\n3,4\n")));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(got.rows).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(got.rejected()).containsExactly("2/3/too-long");
        assertThat(allocated).isLessThan(16L * 1024 * 1024);
    }

    @Test
    void goesOnBehindAQuoteThatIsOpenForLongerThanARowMayBe() throws IOException {
        Collected got = read(all(times(1, "a,b\n1,\"open\n"), times(40_000, "3,4\n")));
        assertThat(got.rows).hasSize(40_000);
        assertThat(got.rejected()).containsExactly("1/2/quote");
    }

    @Test
    void rejectsAQuotedCellThatIsTooLong() throws IOException {
        Collected got = read(all(times(1, "a,b\n1,\""), times(100_000, "x"), times(1, "\"\n3,4\n")));
        assertThat(got.rows).containsExactly(List.of("3", "4"));
        assertThat(got.rejected()).containsExactly("1/2/too-long");
    }

    @Test
    void refusesAMillionColumns() {
        assertThatThrownBy(() -> read(all(times(1_000_000, "a,"), times(1, "a\n1,2\n"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("65536 bytes");
        Limits longRows = new Limits(16_384, 4 * 1024 * 1024, 1);
        assertThatThrownBy(() -> new CsvReader().read(times(1_000_001, "a,"), longRows, new Collected()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("16384 columns");
    }

    @Test
    void rejectsAMillionCellsInARow() throws IOException {
        Collected got = read(all(times(1, "a,b\n"), times(20_000, "x,"), times(1, "\n3,4\n")));
        assertThat(got.rows).containsExactly(List.of("3", "4"));
        assertThat(got.rejected()).containsExactly("1/2/ragged");
    }

    /** Each line closes one quote and opens another, so that each would be read on to the row's limit. */
    @Test
    void refusesAFileWhoseEveryLineLeavesAQuoteOpen() {
        assertThatThrownBy(() -> read(all(times(1, "a,b\n"), times(500_000, "x\",\"\n"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("quotes are opened and not closed again and again");
    }

    @Test
    void isNotTiredByALargeFileWhoseCellsAreAllQuoted() throws IOException {
        Collected got = read(all(times(1, "\"a\",\"b;c\"\n"), times(50_000, "\"1, x\",\"2; y\"\n")));
        assertThat(got.columns).containsExactly("a", "b;c");
        assertThat(got.rows).hasSize(50_000);
        assertThat(got.rejections).isEmpty();
    }

    @Test
    void findsTheLayoutOfAFileWhoseCellsAreLongerThanItsBeginning() throws IOException {
        Collected got = new Collected();
        InputStream csv =
                all(times(1, "id,note\n1,short\n2,\""), times(100_000, "a line;\tof text|\n"), times(1, "\"\n3,x\n"));
        new CsvReader(4096, 4096).read(csv, Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("id", "note");
        assertThat(got.rows).hasSize(3);
        assertThat(got.rejections).isEmpty();
    }

    @Test
    void readsAFileOfQuotesOnly() throws IOException {
        byte[] quotes = new byte[10_001];
        Arrays.fill(quotes, (byte) '"');
        Collected got = read(all(times(1, "a,b\n"), new ByteArrayInputStream(quotes), times(1, "\n1,2\n")));
        assertThat(got.rows).containsExactly(List.of("1", "2"));
        assertThat(got.rejected()).containsExactly("1/2/quote");
    }
}
