package org.trainingaudit.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;
import org.trainingaudit.hash.Sha256;

/**
 * What tells whether a dataset is still the same: equal fingerprints mean equal content.
 *
 * @param sha256 of the content, in lower-case hex, and of which rows are left out; of several files, over the digest of each in turn; of a table, over what
 *     its database says of its rows
 * @param bytes the size of all files together; of a table, 0 where its values weren't read
 */
public record Fingerprint(String sha256, long bytes) {

    /**
     * Reads the dataset's files to their end.
     *
     * @throws RefusedException where the dataset is refused or can't be read
     */
    public static Fingerprint of(Dataset dataset) {
        return of(dataset, file -> FileDigests.hash(file, dataset.id()));
    }

    /**
     * Reads those of the dataset's files to their end that may have changed since they were last read.
     *
     * @throws RefusedException where the dataset is refused or can't be read
     */
    public static Fingerprint of(Dataset dataset, FileDigests digests) {
        return of(dataset, file -> digests.of(file, dataset.id()));
    }

    private static Fingerprint of(Dataset dataset, Function<Path, Fingerprint> digest) {
        Fingerprint content = ofContent(dataset, digest);
        return dataset.leftOut()
                .map(leftOut -> new Fingerprint(Sha256.hex(content.sha256 + "\n" + leftOut.text()), content.bytes))
                .orElse(content);
    }

    private static Fingerprint ofContent(Dataset dataset, Function<Path, Fingerprint> digest) {
        DatasetReader.requireReadable(dataset);
        if (dataset.source() instanceof JdbcSource database) {
            return JdbcFingerprint.of(database, dataset.table().orElseThrow());
        }
        MessageDigest all = Sha256.digest();
        long bytes = 0;
        Fingerprint last = new Fingerprint("", 0);
        for (Path file : dataset.files()) {
            last = digest.apply(file);
            bytes += last.bytes();
            all.update(last.sha256().getBytes(StandardCharsets.US_ASCII));
        }
        return dataset.files().size() == 1
                ? last
                : new Fingerprint(HexFormat.of().formatHex(all.digest()), bytes);
    }
}
