package org.trainingaudit.zip;

import java.util.Arrays;
import java.util.Set;

/** Paths inside a folder: relative, with forward slashes, and the same on every file system. */
public final class PortablePath {

    private static final Set<String> STEPS = Set.of("", ".", "..");
    private static final char UNREADABLE = 0xfffd;

    private PortablePath() {}

    /** Whether a file of that path stays inside its folder wherever it is unpacked. */
    public static boolean isSafe(String path) {
        return path.chars().noneMatch(c -> c == '\\' || c == ':' || c == UNREADABLE || Character.isISOControl(c))
                && Arrays.stream(path.split("/", -1)).noneMatch(STEPS::contains);
    }
}
