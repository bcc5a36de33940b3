package ship;

import static org.assertj.core.api.Assertions.assertThat;
import static ship.Manifests.array;
import static ship.Manifests.list;
import static ship.Manifests.name;
import static ship.Manifests.pod;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.cli.AuditCommand;
import org.trainingaudit.setup.CodeVersion;

/** What manifests and units start is the program of this release, with options that it knows, and closed in. */
class DeployedProgramTest {

    private static final Path DEPLOY = Path.of("config/deploy");

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private Manifests manifests;

    @TempDir
    Path folder;

    @BeforeEach
    void read() throws IOException {
        manifests = new Manifests(DEPLOY.resolve("kubernetes"));
    }

    @Test
    void startTheProgramOfThisReleaseWithOptionsThatItKnows() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String command : List.of("serve", "run")) {
            OPTION.matcher(help(command)).results().forEach(found -> known.add(found.group()));
        }
        for (JsonObject workload : manifests.workloads()) {
            for (JsonObject container : list(pod(workload), "containers")) {
                String image = container.get("image").getAsString();
                if (image.startsWith("training-audit:")) {
                    assertThat(image).isEqualTo("training-audit:" + CodeVersion.VALUE);
                    assertThat(options(array(container, "args").toString()))
                            .as(name(workload))
                            .isSubsetOf(known);
                }
            }
        }
        for (Path unit : units()) {
            String start = Files.readString(unit)
                    .lines()
                    .filter(line -> line.startsWith("ExecStart="))
                    .findFirst()
                    .orElseThrow();
            assertThat(options(start)).as(unit.toString()).isSubsetOf(known);
        }
    }

    @Test
    void nameTheArchiveByTheRelease() throws Exception {
        Path audit = folder.resolve("audit");
        Files.writeString(audit, "#!/bin/sh\ncat <<'END'\n" + told("--version") + "END\n");
        Files.setPosixFilePermissions(audit, PosixFilePermissions.fromString("rwxr-xr-x"));
        String lines = Files.readAllLines(DEPLOY.resolve("make")).stream()
                .filter(line -> line.startsWith("version="))
                .collect(Collectors.joining("\n"));
        Process made = new ProcessBuilder("sh", "-c", "home=" + folder + "\n" + lines + "\necho $version").start();
        assertThat(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(CodeVersion.VALUE + "\n");
    }

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        OPTION.matcher(text).results().forEach(found -> options.add(found.group()));
        return options;
    }

    private static String help(String command) {
        return told(command, "--help");
    }

    private static String told(String... arguments) {
        PrintStream real = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            AuditCommand.execute(AuditApplication.class, arguments);
        } finally {
            System.setOut(real);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(DEPLOY.resolve("systemd"))) {
            return files.filter(file -> file.toString().endsWith(".service"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void closeEachUnitAsTheOthers() throws IOException {
        for (Path unit : units()) {
            String text = Files.readString(unit);
            assertThat(text.lines())
                    .as(unit.toString())
                    .contains(
                            "User=training-audit",
                            "NoNewPrivileges=yes",
                            "ProtectSystem=strict",
                            "PrivateDevices=yes",
                            "RestrictNamespaces=yes",
                            "CapabilityBoundingSet=",
                            "SystemCallFilter=@system-service");
        }
    }
}
