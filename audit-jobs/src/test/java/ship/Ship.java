package ship;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what is installed: {@code training-audit-<version>.tar.gz} and {@code training-audit-<version>-image.tar}. The same
 * tree and the same JDK give the same bytes. Arguments: the source tree, the extracted jar, the folder to write into, the
 * version, and the time that everything has.
 */
public final class Ship {

    static final String PLACE = "opt/training-audit";
    static final int USER = 10001;

    private static final String NAME = "training-audit";

    private final Distribution distribution;
    private final Path out;
    private final String version;
    private final Instant time;

    Ship(Distribution distribution, Path out, String version, Instant time) {
        this.distribution = distribution;
        this.out = out;
        this.version = version;
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path out = Files.createDirectories(Path.of(arguments[2]));
        Distribution distribution = new Distribution(Path.of(arguments[0]), Path.of(arguments[1]));
        Ship ship = new Ship(distribution, out, arguments[3], Instant.parse(arguments[4]));
        System.out.println(ship.archive());
        System.out.println(ship.image());
    }

    Path archive() throws IOException {
        Path file = out.resolve(NAME + "-" + version + ".tar.gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream packed = new GZIPOutputStream(raw) {
                    {
                        def.setLevel(Deflater.BEST_SPEED); // jars are packed already
                    }
                };
                TarWriter tar = new TarWriter(packed, time.getEpochSecond())) {
            tar.add(distribution.libraries().under(NAME + "-" + version));
            tar.add(distribution.program().under(NAME + "-" + version));
        }
        return file;
    }

    Path image() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(out, "image");
        JavaRuntime java = JavaRuntime.link(work.resolve("runtime"));
        Path file = out.resolve(NAME + "-" + version + "-image.tar");
        new OciImage(work, time)
                .layer(system(java))
                .layer(java.files(PLACE + "/runtime"))
                .layer(distribution.libraries().under(PLACE))
                .layer(distribution.program().under(PLACE))
                .write(file, NAME + ":" + version, architecture(), start());
        delete(work);
        return file;
    }

    /** The least that a Java and a launcher script need of a system. */
    private static FileTree system(JavaRuntime java) throws IOException, InterruptedException {
        Path shell = Path.of("/bin/sh").toRealPath();
        FileTree tree = java.libraries(shell)
                .file("bin/sh", FileTree.PROGRAM, shell)
                .text(
                        "etc/passwd",
                        FileTree.PLAIN,
                        "root:x:0:0:root:/:/sbin/nologin\naudit:x:" + USER + ":" + USER
                                + ":Training Audit:/var/lib/training-audit:/sbin/nologin\n")
                .text("etc/group", FileTree.PLAIN, "root:x:0:\naudit:x:" + USER + ":\n")
                .text("etc/nsswitch.conf", FileTree.PLAIN, "hosts: files dns\n")
                .folder("tmp", 01777, 0)
                .folder("var/lib/training-audit", 0750, USER);
        for (String name : new String[] {"libc6", "libgcc-s1", "libstdc++6", "zlib1g", "dash", "ca-certificates"}) {
            Path notice = Path.of("/usr/share/doc", name, "copyright");
            if (Files.exists(notice)) {
                tree.file(notice.toString().substring(1), FileTree.PLAIN, notice);
            }
        }
        return tree;
    }

    private static String architecture() {
        String machine = System.getProperty("os.arch");
        return Map.of("aarch64", "arm64").getOrDefault(machine, machine);
    }

    private Map<String, Object> start() {
        return OciImage.ordered(
                "User", USER + ":" + USER,
                "ExposedPorts", Map.of("8080/tcp", Map.of()),
                "Env",
                        List.of(
                                "PATH=/" + PLACE + "/bin:/bin",
                                "LC_ALL=C.UTF-8",
                                "AUDIT_JAVA_OPTIONS=-XX:MaxRAMPercentage=70"),
                "Entrypoint", List.of("/" + PLACE + "/bin/audit"),
                "Cmd", List.of("--help"),
                "Volumes", Map.of("/var/lib/training-audit", Map.of()),
                "WorkingDir", "/" + PLACE,
                "Labels",
                        OciImage.ordered(
                                "org.opencontainers.image.title", "Training Audit",
                                "org.opencontainers.image.version", version,
                                "org.opencontainers.image.licenses", "Apache-2.0"),
                "StopSignal", "SIGTERM");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
