package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier runs where there is no library, and none of the classes that write. */
class VerifierAloneTest {

    private static final Set<String> WRITERS = Set.of(
            "CanonicalJson",
            "Entry",
            "EntryForm",
            "EntryId",
            "Frontier",
            "Proofs",
            "TileWriter",
            "TrailFiles",
            "DurableFiles",
            "Signer",
            "SigningKey",
            "TrailStore",
            "LogTables",
            "WaitingEntries",
            "TrailReader",
            "Trail",
            "Pending",
            "Sequencing");

    @Test
    void needsNoLibraryAndNoWriter(@TempDir Path folder) throws Exception {
        new CraftedLog(folder).samples().publish(CraftedLog.KEY);
        URL classes = TrailVerifier.class.getProtectionDomain().getCodeSource().getLocation();
        try (Alone alone = new Alone(classes)) {
            Class<?> keys = alone.loadClass(VerifierKey.class.getName());
            Object key = keys.getMethod("parse", String.class)
                    .invoke(null, Vectors.key("log").text());
            Object given = Array.newInstance(keys, 1);
            Array.set(given, 0, key);
            Class<?> options = alone.loadClass(VerifyOptions.class.getName());
            Object with = options.getMethod("with", given.getClass()).invoke(null, given);
            Object report = alone.loadClass(TrailVerifier.class.getName())
                    .getMethod("verify", Path.class, options)
                    .invoke(null, folder, with);
            assertThat(report.getClass().getMethod("text").invoke(report).toString())
                    .endsWith("\nverified\n");
            assertThatThrownBy(() -> alone.loadClass(CanonicalJson.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static final class Alone extends URLClassLoader {

        Alone(URL classes) {
            super(List.of(classes).toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (WRITERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                throw new ClassNotFoundException(name + " writes");
            }
            return super.findClass(name);
        }
    }
}
