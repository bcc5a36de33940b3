package org.trainingaudit.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Breaks good files at random. Whatever comes out of it, a reader hands rows on, rejects them, or refuses; it balances, comes
 * to an end, and throws nothing else.
 *
 * <p>How often is told by the property {@code audit.fuzz.rounds}, with {@code audit.fuzz.seconds} as the longest time for
 * each; the profile {@code soak} does many.
 */
class FuzzReadersTest {

    private static final long SEED = 20_261_122;
    private static final int ROUNDS = Integer.getInteger("audit.fuzz.rounds", 150);
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("audit.fuzz.seconds", 20));

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @FieldSource("org.trainingaudit.dataset.ReaderFuzz#KINDS")
    void refusesRejectsOrReadsWhateverIsBroken(String name) throws IOException {
        byte[] good = ReaderFuzz.good(name);
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < ROUNDS && System.nanoTime() < end; i++) {
            long seed = SEED + 31L * i + name.hashCode();
            byte[] broken = broken(good, new Random(seed));
            ReaderFuzz.read(folder, name, broken, "seed " + seed + " of " + name);
        }
    }

    /** Bytes on which a fuzzer that follows coverage once stumbled; each kind's in a folder of its name. */
    @ParameterizedTest
    @FieldSource("org.trainingaudit.dataset.ReaderFuzz#KINDS")
    void copesWithWhatOnceBrokeIt(String name) throws IOException {
        ReaderFuzz.read(folder, name, ReaderFuzz.good(name), "the good " + name);
        Path found =
                Path.of("src/test/resources/org/trainingaudit/dataset/fuzz").resolve(name);
        if (Files.isDirectory(found)) {
            try (Stream<Path> files = Files.list(found)) {
                for (Path file : files.sorted().toList()) {
                    ReaderFuzz.read(folder, name, Files.readAllBytes(file), file.toString());
                }
            }
        }
    }

    /** Some bytes changed, cut out, doubled, or taken for a large number. */
    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times && bytes.length > 8; i++) {
            int at = random.nextInt(bytes.length - 4);
            int length = Math.min(1 + random.nextInt(32), bytes.length - at);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> bytes = joined(bytes, at, at + length, 0);
                case 4 -> bytes = joined(bytes, at, at, length);
                default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
        return bytes;
    }

    /** What stands before {@code from} and behind {@code to}, with the bytes behind {@code to} once more in between. */
    private static byte[] joined(byte[] bytes, int from, int to, int again) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(bytes, to, Math.min(again, bytes.length - to));
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
