package org.trainingaudit.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.trainingaudit.trail.VerifyReport.Result;

/**
 * A log that may be sealed while it is verified. What was listed before the seal doesn't fit the checkpoint behind it, so that
 * entries seem to be missing; such a log is read anew.
 */
final class GrowingLog {

    /** Seals come minutes apart; who replaces the checkpoint faster than this gets the report of the last try. */
    private static final int MOST_TRIES = 3;

    private final List<Path> checkpoints;

    /** A folder with a log, or with the logs of several years of which the last one grows. */
    GrowingLog(Path folder) {
        this.checkpoints =
                List.of(folder.resolve("checkpoint"), folder.resolve("trail").resolve("checkpoint"));
    }

    /** The report of the first try during which nothing was sealed, or that found nothing wrong. */
    VerifyReport verify(Supplier<VerifyReport> once) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            byte[] before = sealed();
            VerifyReport report = once.get();
            if (report.result() == Result.VERIFIED || Arrays.equals(before, sealed())) {
                return report;
            }
        }
        return once.get();
    }

    private byte[] sealed() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path checkpoint : checkpoints) {
            all.writeBytes(bytes(checkpoint));
        }
        return all.toByteArray();
    }

    /** What can't be read is nobody's checkpoint; the verification itself says so. */
    private static byte[] bytes(Path checkpoint) {
        if (!Files.isRegularFile(checkpoint, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(checkpoint, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(SignedNote.LARGEST);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
