package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.trainingaudit.hash.Sha256;

/**
 * What tells whether a dataset is still the same: equal fingerprints mean equal content.
 *
 * @param sha256 of the content, in lower-case hex; of several files, over the digest of each in turn
 * @param bytes the size of all files together
 */
public record Fingerprint(String sha256, long bytes) {

    /**
     * Reads the dataset's files to their end.
     *
     * @throws RefusedException where the dataset is refused or can't be read
     */
    public static Fingerprint of(Dataset dataset) {
        DatasetReader.requireReadable(dataset);
        if (dataset.source() instanceof JdbcSource database) {
            return JdbcFingerprint.of(database, dataset.table().orElseThrow());
        }
        MessageDigest all = Sha256.digest();
        long bytes = 0;
        Fingerprint last = new Fingerprint("", 0);
        for (Path file : dataset.files()) {
            last = of(file, dataset.id());
            bytes += last.bytes();
            all.update(last.sha256().getBytes(StandardCharsets.US_ASCII));
        }
        return dataset.files().size() == 1
                ? last
                : new Fingerprint(HexFormat.of().formatHex(all.digest()), bytes);
    }

    private static Fingerprint of(Path file, String name) {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[128 * 1024];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
                bytes += count;
            }
        } catch (IOException e) {
            throw new RefusedException(Refusal.refused(name + ": can't be read to its end"));
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
