package org.trainingaudit.operate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.trainingaudit.dataset.DatasetReader;

/** Files that are named by a pattern, which no shell has put names in place of. */
final class FilePattern {

    private static final String WILDCARDS = "*?[{";

    private FilePattern() {}

    /** The path itself, all files in it where it's a folder, or those that fit it; itself again where none does. */
    static List<Path> files(Path path) {
        if (Files.exists(path) || !isPattern(path)) {
            return DatasetReader.files(path);
        }
        List<Path> fitting = fitting(path);
        return fitting.isEmpty() ? List.of(path) : fitting;
    }

    private static boolean isPattern(Path path) {
        return path.toString().chars().anyMatch(sign -> WILDCARDS.indexOf(sign) >= 0);
    }

    private static List<Path> fitting(Path pattern) {
        Path base = base(pattern);
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try {
            PathMatcher matcher = pattern.getFileSystem().getPathMatcher("glob:" + pattern.toAbsolutePath());
            return DatasetReader.files(base).stream()
                    .filter(file -> matcher.matches(file.toAbsolutePath()))
                    .toList();
        } catch (PatternSyntaxException e) {
            return List.of();
        }
    }

    /** The folder in which to look: the path up to its first wildcard. */
    private static Path base(Path pattern) {
        Path base = pattern;
        while (isPattern(base)) {
            Path parent = base.getParent();
            if (parent == null) {
                return Path.of("");
            }
            base = parent;
        }
        return base;
    }
}
