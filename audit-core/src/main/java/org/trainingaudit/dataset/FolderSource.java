package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A folder of files.
 *
 * @param folder relative to where the program runs, or absolute
 * @param declared which files inside the folder make up each dataset, by name; where there is none, each file in the folder
 *     and its subfolders is a dataset named by its path, and each sheet of a workbook one named {@code <path>#<sheet>};
 *     hidden files excepted
 * @param combinations what is declared of its datasets' columns that may point at a person together
 */
public record FolderSource(
        String id,
        Path folder,
        String owner,
        Set<String> subjectCountries,
        SortedMap<String, DeclaredFiles> declared,
        DeclaredCombinations combinations)
        implements Source {

    /** One of which no key is declared. */
    public FolderSource(
            String id,
            Path folder,
            String owner,
            Set<String> subjectCountries,
            SortedMap<String, DeclaredFiles> declared) {
        this(id, folder, owner, subjectCountries, declared, DeclaredCombinations.NONE);
    }

    @Override
    public boolean listsByItself() {
        return declared.isEmpty();
    }

    @Override
    public List<Dataset> datasets() {
        if (!declared.isEmpty()) {
            return declared.entrySet().stream()
                    .map(entry -> dataset(entry.getKey(), entry.getValue()))
                    .toList();
        }
        if (!Files.isDirectory(folder)) {
            return List.of(nothing("the folder of source '" + id + "' isn't there; mount it, or mend 'path'"));
        }
        List<Dataset> found = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                found.addAll(tables(folder.relativize(file)));
            }
        } catch (RefusedException e) {
            return List.of(Dataset.refused(id + "/*", this, e.refusal()));
        }
        return found.isEmpty() ? List.of(nothing("no file in the folder of source '" + id + "'")) : apart(found);
    }

    /** Those that would be called the same are refused, since only one of them could be read. */
    private List<Dataset> apart(List<Dataset> found) {
        Map<String, List<Dataset>> byId =
                found.stream().collect(Collectors.groupingBy(Dataset::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .map(same -> same.size() == 1 ? same.get(0) : alike(same))
                .toList();
    }

    private Dataset alike(List<Dataset> same) {
        return Dataset.refused(
                same.get(0).id(),
                this,
                Refusal.refused(same.size() + " files or sheets in the folder of source '" + id
                        + "' are called this; rename all but one"));
    }

    private Dataset nothing(String message) {
        return Dataset.refused(id + "/*", this, Refusal.missing(message));
    }

    private Dataset dataset(String name, DeclaredFiles files) {
        String datasetId = id + "/" + name;
        if (!files.many()) {
            return dataset(datasetId, List.of(Path.of(files.files())), files.sheet(), files.leftOut());
        }
        try {
            List<Path> matching = matching(files);
            return matching.isEmpty()
                    ? Dataset.refused(
                            datasetId,
                            this,
                            Refusal.missing(
                                    "no file in the folder of source '" + id + "' fits '" + files.files() + "'"))
                    : dataset(datasetId, matching, files.sheet(), files.leftOut());
        } catch (RefusedException e) {
            return Dataset.refused(datasetId, this, e.refusal());
        }
    }

    private List<Path> matching(DeclaredFiles files) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(files.glob());
        return files(folder).stream()
                .map(folder::relativize)
                .filter(matcher::matches)
                .toList();
    }

    /** A file that may not be read refuses the dataset, since its rows would be missing in the rest. */
    private Dataset dataset(
            String datasetId, Collection<Path> files, Optional<String> sheet, Optional<LeftOut> leftOut) {
        List<Path> real = new ArrayList<>();
        for (Path file : files) {
            SafePath.Found found = SafePath.inside(folder, file);
            if (found.file().isPresent()) {
                real.add(found.file().get());
            } else {
                return Dataset.refused(datasetId, this, found.absent() ? absent() : barred());
            }
        }
        return Dataset.of(datasetId, this, real, sheet, leftOut);
    }

    private Refusal absent() {
        return Refusal.missing("its file isn't in the folder of source '" + id + "'");
    }

    /** The same words for a link that leads out, a pipe, a device and a folder. */
    private Refusal barred() {
        return Refusal.refused("not a plain file inside the folder of source '" + id
                + "'; links out of it, pipes, devices and folders aren't read");
    }

    /** Looks again, right before reading, since files can be changed for links in between. */
    Path stillInside(Path file) {
        return SafePath.inside(folder, file.toAbsolutePath()).file().orElseThrow(() -> new RefusedException(barred()));
    }

    /** The file's tables: each sheet of a workbook, else the file itself; a broken workbook says so when it is read. */
    private List<Dataset> tables(Path file) {
        Dataset whole = dataset(id + "/" + ShownName.ofAll(file), List.of(file), Optional.empty(), Optional.empty());
        if (whole.refusal().isPresent()) {
            return List.of(whole);
        }
        Path real = whole.files().get(0);
        List<String> sheets = DatasetReader.sheets(real, Limits.DEFAULT);
        return sheets.isEmpty()
                ? List.of(whole)
                : sheets.stream()
                        .map(sheet -> Dataset.of(
                                whole.id() + "#" + ShownName.of(sheet), this, List.of(real), Optional.of(sheet)))
                        .toList();
    }

    /** All that isn't a folder and isn't hidden, in the folder and below, by path; links are listed and not followed. */
    static Set<Path> files(Path folder) {
        Set<Path> files = new TreeSet<>(Comparator.comparing(Path::toString).thenComparing(Comparator.naturalOrder()));
        try {
            Files.walkFileTree(folder, Set.of(), 40, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return !dir.equals(folder) && isHidden(dir)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new RefusedException(Refusal.refused("the folder can't be listed to its end"));
        }
        return files;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
