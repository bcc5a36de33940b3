package ship;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java of its own for the program, linked from the JDK that this runs on, and the machine's libraries that it needs. */
final class JavaRuntime {

    /** What the program and its libraries ask for; more is left out, so less can be attacked. */
    static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop", // beans of Spring; no window is ever opened
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.scripting",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.charsets", // datasets in Shift_JIS
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.httpserver", // witness
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final Pattern LIBRARY = Pattern.compile("(?:=> )?(?<path>/\\S+) \\(0x");

    private final Path home;

    private JavaRuntime(Path home) {
        this.home = home;
    }

    /** Links it into a folder that isn't there yet. */
    static JavaRuntime link(Path folder) throws IOException, InterruptedException {
        Path jdk = Path.of(System.getProperty("java.home"));
        run(List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.toString()));
        return new JavaRuntime(folder);
    }

    FileTree files(String path) throws IOException {
        Path authorities = Path.of(System.getProperty("java.home"), "lib/security/cacerts");
        return new FileTree()
                .all(path, home)
                // Where the machine keeps them for all, as on Debian, they aren't linked in.
                .file(path + "/lib/security/cacerts", FileTree.PLAIN, authorities.toRealPath());
    }

    /** The machine's libraries that the runtime and these programs are linked to, each under the path that the linker asks for. */
    FileTree libraries(Path... programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        Stream.of(programs).forEach(program -> command.add(program.toString()));
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(file -> file.getFileName().toString().endsWith(".so") || file.endsWith("bin/java"))
                    .filter(file -> !WINDOWS.contains(file.getFileName().toString()))
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        FileTree tree = new FileTree();
        for (String library : paths(run(command))) {
            if (!library.startsWith(home.toString())) {
                tree.file(
                        library.substring(1), FileTree.PROGRAM, Path.of(library).toRealPath());
            }
        }
        return tree;
    }

    /** Drawing and sound: loaded only where somebody opens a window. */
    private static final Set<String> WINDOWS = Set.of(
            "libawt_xawt.so",
            "libjawt.so",
            "libsplashscreen.so",
            "libjsound.so",
            "libfontmanager.so",
            "libjavajpeg.so",
            "liblcms.so",
            "libmlib_image.so",
            "libawt_headless.so",
            "libj2pcsc.so");

    private static Set<String> paths(String listing) {
        Set<String> paths = new TreeSet<>();
        Matcher matcher = LIBRARY.matcher(listing);
        while (matcher.find()) {
            paths.add(matcher.group("path"));
        }
        return paths;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.get(0) + " failed: " + output);
        }
        return output;
    }
}
