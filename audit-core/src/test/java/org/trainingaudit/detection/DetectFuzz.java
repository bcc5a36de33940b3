package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What detecting must do with any text: come to an end, and name stretches that lie in the text; the same ones again when it is
 * asked again. A target for fuzzing by coverage too: {@code bench/fuzz} starts it.
 */
public final class DetectFuzz {

    private DetectFuzz() {}

    /** Called by the fuzzer once, so that its first text doesn't wait for the detectors. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by the fuzzer with bytes of its own making. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Detectors detectors = Shipped.detectors();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<List<Span>> spans = find(detectors, text);
        assertThat(find(detectors, text)).isEqualTo(spans);
        int length = text.codePointCount(0, text.length());
        for (Span span : spans.orElse(List.of())) {
            assertThat(span.start()).isBetween(0, span.end() - 1);
            assertThat(span.end()).isLessThanOrEqualTo(length);
            assertThat(span.confidence()).isBetween(0.0, 1.0);
        }
        column(detectors, text);
    }

    private static Optional<List<Span>> find(Detectors detectors, String text) {
        try {
            return Optional.of(detectors.find(text));
        } catch (TooComplexException e) {
            return Optional.empty();
        }
    }

    /** The text as a column's name and as its value. */
    private static void column(Detectors detectors, String text) {
        DatasetProfiler profiler = new DatasetProfiler(detectors, text);
        profiler.columns(List.of(text));
        profiler.row(new org.trainingaudit.dataset.Row() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String text(int column) {
                return text;
            }
        });
        DatasetProfile profile = profiler.profile();
        assertThat(profile.rows() + profile.rejected()).isEqualTo(1);
        assertThat(profile.columns()).hasSize(1);
    }
}
