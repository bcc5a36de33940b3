package ship;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files as they shall stand in an archive, by their path in it, without what depends on the machine, such as times. A
 * folder is there as soon as something is in it.
 */
final class FileTree {

    static final int PLAIN = 0644;
    static final int PROGRAM = 0755;
    static final int FOLDER = 0755;

    /**
     * One file, link or folder.
     *
     * @param mode the permission bits
     * @param owner the number of user and group; 0 is root
     * @param source where a file's bytes are
     * @param bytes a file's bytes, where they are no file
     * @param link what a symbolic link names
     */
    record Item(int mode, int owner, Optional<Path> source, Optional<byte[]> bytes, Optional<String> link) {
        boolean isFolder() {
            return source.isEmpty() && bytes.isEmpty() && link.isEmpty();
        }

        byte[] content() throws IOException {
            return source.isPresent() ? Files.readAllBytes(source.get()) : bytes.orElse(new byte[0]);
        }
    }

    private final SortedMap<String, Item> items = new TreeMap<>();

    /** Each folder before what is in it, otherwise by name. */
    SortedMap<String, Item> items() {
        return items;
    }

    FileTree folder(String path, int mode, int owner) {
        return put(path, new Item(mode, owner, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    FileTree file(String path, int mode, Path source) {
        return put(path, new Item(mode, 0, Optional.of(source), Optional.empty(), Optional.empty()));
    }

    FileTree text(String path, int mode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return put(path, new Item(mode, 0, Optional.empty(), Optional.of(bytes), Optional.empty()));
    }

    FileTree link(String path, String target) {
        return put(path, new Item(0777, 0, Optional.empty(), Optional.empty(), Optional.of(target)));
    }

    /** Everything under a folder of this machine; programs stay programs, links stay links. */
    FileTree all(String path, Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String name = path + "/" + from.relativize(file);
                if (Files.isSymbolicLink(file)) {
                    link(name, Files.readSymbolicLink(file).toString());
                } else {
                    file(name, Files.isExecutable(file) ? PROGRAM : PLAIN, file);
                }
            }
        }
        return this;
    }

    /** The same tree with all of it under a folder. */
    FileTree under(String folder) {
        FileTree moved = new FileTree();
        items.forEach((path, item) -> moved.put(folder + "/" + path, item));
        return moved;
    }

    private FileTree put(String path, Item item) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            items.putIfAbsent(
                    path.substring(0, slash),
                    new Item(FOLDER, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        items.put(path, item);
        return this;
    }
}
