package ship;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is installed, laid out as it is unpacked: {@code bin}, {@code lib}, {@code config}, {@code deploy}, {@code docs}. */
final class Distribution {

    private final Path home;
    private final Path app;

    /**
     * @param home the source tree
     * @param app the extracted jar: {@code audit-jobs-<version>.jar} beside {@code lib}
     */
    Distribution(Path home, Path app) {
        this.home = home;
        this.app = app;
    }

    /** Libraries of others, which change rarely. */
    FileTree libraries() throws IOException {
        return new FileTree().all("lib", app.resolve("lib"));
    }

    /** Everything of ours. */
    FileTree program() throws IOException {
        FileTree tree = new FileTree()
                .file("audit.jar", FileTree.PLAIN, jar())
                .file("bin/audit", FileTree.PROGRAM, home.resolve("config/deploy/audit"))
                .file("bin/install", FileTree.PROGRAM, home.resolve("config/deploy/install"))
                .all("docs", home.resolve("docs"));
        for (String text : new String[] {"README.md", "LICENSE", "NOTICE", "CHANGELOG.md"}) {
            tree.file(text, FileTree.PLAIN, home.resolve(text));
        }
        for (String folder : new String[] {"systemd", "kubernetes"}) {
            tree.all("deploy/" + folder, home.resolve("config/deploy").resolve(folder));
        }
        return configuration(tree);
    }

    private FileTree configuration(FileTree tree) throws IOException {
        Path config = home.resolve("config");
        try (Stream<Path> files = Files.walk(config)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(config.resolve("deploy"))) {
                    tree.file("config/" + config.relativize(file), FileTree.PLAIN, file);
                }
            }
        }
        return tree;
    }

    private Path jar() throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.getFileName().toString().matches("audit-jobs-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar of the program in '" + app + "'"));
        }
    }
}
