package org.trainingaudit.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts that fuzzing found, and texts made of parts of what detectors look for, at random; the seed is in each failure. */
class DetectFuzzTest {

    private static final Path FOUND = Path.of("src/test/resources/org/trainingaudit/detection/fuzz");
    private static final int ROUNDS = Integer.getInteger("audit.fuzz.rounds", 150);
    private static final long SEED = 20_261_122;

    static final List<String> PARTS = List.of(
            "090-1234-5678",
            "a.b@example.com",
            "４１１１ １１１１",
            "1980年1月2日",
            "昭和55年",
            "〒100-0001",
            "東京都千代田区1-2-3",
            "192.168.0.1",
            "DE89370400440532013000",
            "G12.9",
            "rs429358",
            "山田太郎",
            "Mr. John Smith",
            "氏名：",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "\u202E",
            "ﬀ",
            "İ",
            "ſ",
            "٣",
            "が",
            "か\u3099",
            "\uFEFF",
            "\n",
            "\t",
            " ",
            "-",
            "ー",
            "−",
            "@",
            "://",
            "+81");

    @Test
    void copesWithWhatFuzzingFound() throws IOException {
        if (Files.isDirectory(FOUND)) {
            try (Stream<Path> files = Files.list(FOUND)) {
                for (Path file : files.sorted().toList()) {
                    DetectFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
                }
            }
        }
        for (String part : PARTS) {
            DetectFuzz.fuzzerTestOneInput(part.repeat(40).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void copesWithPartsInAnyOrder() {
        for (int i = 0; i < Math.min(ROUNDS, 100_000); i++) {
            Random random = new Random(SEED + i);
            StringBuilder text = new StringBuilder();
            int parts = 1 + random.nextInt(12);
            for (int j = 0; j < parts; j++) {
                String part = PARTS.get(random.nextInt(PARTS.size()));
                int cut = random.nextInt(part.length() + 1);
                text.append(random.nextBoolean() ? part : part.substring(cut));
            }
            try {
                DetectFuzz.fuzzerTestOneInput(text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + (SEED + i), e);
            }
        }
    }
}
