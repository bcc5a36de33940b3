package org.trainingaudit.cli;

import org.trainingaudit.setup.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code audit --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Training Audit " + CodeVersion.VALUE, "Java " + System.getProperty("java.version")};
    }
}
