package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps reading inside the folder of a source. What leads out of it is refused in the same words whether or not anything is
 * there.
 */
final class SafePath {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private SafePath() {}

    /** What is wrong with a folder as an operator wrote it. */
    static Optional<String> faultOfFolder(String written) {
        if (written.isBlank() || written.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("expected a folder, without control characters");
        }
        if (SCHEME.matcher(written).matches() || written.contains("\\")) {
            return Optional.of("expected a folder of this machine with forward slashes; no scheme, drive or share");
        }
        return Optional.empty();
    }

    /** What is wrong with a file in the folder of a source as an operator wrote it. */
    static Optional<String> faultOfFile(String written) {
        Optional<String> fault = faultOfFolder(written).map(f -> f.replace("folder", "file"));
        if (fault.isPresent()) {
            return fault;
        }
        boolean climbs = Path.of(written).normalize().startsWith("..");
        if (Path.of(written).isAbsolute() || climbs) {
            return Optional.of("expected a path inside the folder of the source, such as 'patients.csv'");
        }
        return Optional.empty();
    }

    /** The file, if it is a plain one inside the root; else why not. */
    static Found inside(Path root, Path file) {
        Path target = root.resolve(file);
        try {
            Path real = target.toRealPath();
            boolean plain = Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS);
            return plain && real.startsWith(root.toRealPath()) ? new Found(Optional.of(real), false) : Found.BARRED;
        } catch (IOException e) {
            return hasLink(root, target) || Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    ? Found.BARRED
                    : Found.ABSENT;
        }
    }

    /** Whether a link stands on the way; what is behind it must not be told. */
    private static boolean hasLink(Path root, Path target) {
        Path step = root.toAbsolutePath();
        for (Path name : step.relativize(target.toAbsolutePath())) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What looking for a file came to.
     *
     * @param file the file's real path, if it may be read
     * @param absent whether nothing is there, and no link that could lead anywhere
     */
    record Found(Optional<Path> file, boolean absent) {
        private static final Found BARRED = new Found(Optional.empty(), false);
        private static final Found ABSENT = new Found(Optional.empty(), true);
    }
}
