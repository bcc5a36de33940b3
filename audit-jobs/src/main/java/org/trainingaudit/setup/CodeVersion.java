package org.trainingaudit.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which release this is, as the build wrote it down; recorded when a run opens. */
public final class CodeVersion {

    /** The release, such as {@code 0.1.0}. */
    public static final String VALUE = read();

    private CodeVersion() {}

    private static String read() {
        try (InputStream in = CodeVersion.class.getResourceAsStream("/training-audit.properties")) {
            if (in == null) {
                throw new IllegalStateException("training-audit.properties is missing from the build");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
