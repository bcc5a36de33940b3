package org.trainingaudit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.hash.Sha256;

/** Where the configuration snapshots are that runs name. */
@FunctionalInterface
public interface ConfigSnapshots {

    /**
     * The snapshot of that hash.
     *
     * @param sha256 64 lower-case hex digits, as {@code run_open} has them
     * @throws IOException if it isn't there, can't be read, or has another hash
     */
    ConfigFiles find(String sha256) throws IOException;

    /** The zips of a folder, each named {@code <sha256>.zip}; each is checked against its name when it is read. */
    static ConfigSnapshots ofFolder(Path folder) {
        return sha256 -> {
            Path file = folder.resolve(sha256 + ".zip");
            byte[] zip = Files.readAllBytes(file);
            String found = Sha256.hex(zip);
            if (!found.equals(sha256)) {
                throw new IOException("configuration snapshot " + file + " has SHA-256 " + found
                        + "; it isn't the one that the run names");
            }
            return ConfigFiles.ofZip(zip);
        };
    }

    /** One snapshot, for whoever has it at hand. */
    static ConfigSnapshots of(ConfigFiles files) {
        String only = files.sha256();
        return sha256 -> {
            if (!only.equals(sha256)) {
                throw new IOException(
                        "configuration snapshot " + sha256 + " is asked for, but only " + only + " is here");
            }
            return files;
        };
    }
}
