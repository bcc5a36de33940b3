package org.trainingaudit.bundle;

import java.util.Arrays;
import java.util.Set;

/** Paths inside a bundle: relative, with forward slashes, and the same on every file system. */
final class BundlePath {

    private static final Set<String> STEPS = Set.of("", ".", "..");

    private BundlePath() {}

    /** Whether a file of that path stays inside its bundle wherever it is unpacked. */
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))
                && Arrays.stream(path.split("/", -1)).noneMatch(STEPS::contains);
    }
}
