package ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What systemd itself says of the units, where its programs are there; they are run on an installed root and need no systemd that
 * runs. {@code config/deploy/try-units} boots one and has it start, restart and end them.
 */
class ServiceUnitsTest {

    private static final Path UNITS = Path.of("config/deploy/systemd");
    private static final Path THEIRS = Path.of("/lib/systemd/system");

    @TempDir
    Path root;

    private Path installed;

    @BeforeEach
    void install() throws IOException {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).as("Debian: systemd").isExecutable();
        Path bin = Files.createDirectories(root.resolve("opt/training-audit/bin"));
        Path audit = Files.writeString(bin.resolve("audit"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(audit, PosixFilePermissions.fromString("rwxr-xr-x"));
        installed = Files.createDirectories(root.resolve("etc/systemd/system"));
        copy(UNITS, "audit-", installed);
        copy(THEIRS, "", Files.createDirectories(root.resolve("usr/lib/systemd/system")));
        Files.copy(
                UNITS.resolve("sysusers.conf"),
                Files.createDirectories(root.resolve("etc/sysusers.d")).resolve("training-audit.conf"));
    }

    private static void copy(Path from, String begins, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(begins) && (name.endsWith(".target") || begins.length() > 0)) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private List<String> faults() throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> units = Files.list(installed)) {
            for (Path unit : units.sorted().toList()) {
                String name = unit.getFileName().toString().replace("@.", "@1.");
                said("systemd-analyze", "verify", "--man=no", "--root=" + root, name)
                        .lines()
                        .filter(line -> line.contains("audit-"))
                        .forEach(faults::add);
            }
        }
        return faults;
    }

    @Test
    void haveNoFaultThatSystemdFinds() throws Exception {
        assertThat(faults()).isEmpty();

        Path serve = installed.resolve("audit-serve.service");
        Files.writeString(serve, Files.readString(serve).replace("Restart=", "Restrat="));
        assertThat(faults()).anyMatch(fault -> fault.contains("Restrat"));
    }

    @Test
    void areEnabledAsTheGuideSays() throws Exception {
        for (String unit :
                List.of("audit-serve.service", "audit-worker@1.service", "audit-worker@2.service", "audit-run.timer")) {
            said("systemctl", "--root=" + root, "enable", unit);
        }
        assertThat(installed.resolve("multi-user.target.wants/audit-serve.service"))
                .isSymbolicLink();
        assertThat(installed.resolve("multi-user.target.wants/audit-worker@1.service"))
                .isSymbolicLink();
        assertThat(installed.resolve("multi-user.target.wants/audit-worker@2.service"))
                .isSymbolicLink();
        assertThat(installed.resolve("timers.target.wants/audit-run.timer")).isSymbolicLink();
    }

    @Test
    void runAsAUserThatSystemdMakes() throws Exception {
        said("systemd-sysusers", "--root=" + root);
        assertThat(Files.readString(root.resolve("etc/passwd"))).contains("training-audit:");
        assertThat(Files.readString(root.resolve("etc/group"))).contains("training-audit:");
    }

    @Test
    void areAsClosedAsTheGuideSays() throws Exception {
        Matcher told = Pattern.compile("systemd-analyze security audit-serve` gives (\\d\\.\\d)")
                .matcher(Files.readString(Path.of("docs/installing.md")));
        assertThat(told.find()).isTrue();
        String said = said(
                "systemd-analyze", "security", "--offline=true", "--root=" + root, "--no-pager", "audit-serve.service");
        assertThat(said).contains("Overall exposure level for audit-serve.service: " + told.group(1));
    }
}
