package ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is installed is the same bytes each time, and other programs can read it: the machine's own tar unpacks it here. */
class ShipTest {

    private static final Instant TIME = Instant.parse("2026-11-21T00:00:00Z");
    private static final String LONG = "very-long-name/".repeat(8) + "file";

    @TempDir
    Path folder;

    private static FileTree tree() {
        return new FileTree()
                .text("bin/audit", FileTree.PROGRAM, "#!/bin/sh\necho installed\n")
                .text("docs/日本.md", FileTree.PLAIN, "x".repeat(1500))
                .text(LONG, FileTree.PLAIN, "")
                .folder("tmp", 01777, 0)
                .link("current", "bin/audit");
    }

    @Test
    void unpacksToWhatWasPackedIn() throws Exception {
        Path tar = folder.resolve("one.tar");
        write(tar, tree());

        Path unpacked = unpack(tar);

        assertThat(run(unpacked.resolve("current").toString())).isEqualTo("installed\n");
        assertThat(unpacked.resolve("docs/日本.md")).hasContent("x".repeat(1500));
        assertThat(unpacked.resolve(LONG)).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.resolve("bin/audit"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(Files.getLastModifiedTime(unpacked.resolve("bin/audit"))).isEqualTo(FileTime.from(TIME));
    }

    @Test
    void refusesAPathThatATarCannotHold() {
        FileTree tree = new FileTree().text("x".repeat(120), FileTree.PLAIN, "");

        assertThatThrownBy(() -> write(folder.resolve("long.tar"), tree)).hasMessageContaining("too long");
    }

    /** Whatever the files' times and the order in which the disk lists them. */
    @Test
    void writesTheSameArchiveOfTheSameFiles() throws Exception {
        byte[] first = archive("first", List.of("a.jar", "b.jar"), Instant.parse("2020-01-01T00:00:00Z"));
        byte[] second = archive("second", List.of("b.jar", "a.jar"), Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(second).isEqualTo(first);
    }

    private byte[] archive(String name, List<String> libraries, Instant time) throws IOException {
        Path app = Files.createDirectories(folder.resolve(name).resolve("lib")).getParent();
        for (String library : libraries) {
            Files.writeString(app.resolve("lib").resolve(library), library);
            Files.setLastModifiedTime(app.resolve("lib").resolve(library), FileTime.from(time));
        }
        Files.writeString(app.resolve("audit-jobs-0.1.0.jar"), "program");
        Path out = Files.createDirectories(folder.resolve(name + "-out"));
        return Files.readAllBytes(new Ship(new Distribution(Path.of(""), app), out, "0.1.0", TIME).archive());
    }

    /** The archive has the program, its configuration and its units, and its installer puts them in their places. */
    @Test
    void installsOnARootThatHoldsNothing() throws Exception {
        archive("installed", List.of("a.jar"), TIME);
        Path unpacked = folder.resolve("unpacked");
        Files.createDirectories(unpacked);
        run(
                "tar",
                "-xzf",
                folder.resolve("installed-out/training-audit-0.1.0.tar.gz").toString(),
                "-C",
                unpacked.toString());
        Path root = folder.resolve("root");
        String install = unpacked.resolve("training-audit-0.1.0/bin/install").toString();

        assertThat(run(install, "--root", root.toString())).contains("Installed training-audit-0.1.0");

        assertThat(root.resolve("opt/training-audit/audit.jar")).hasContent("program");
        assertThat(root.resolve("opt/training-audit/bin/audit")).isExecutable();
        assertThat(root.resolve("etc/training-audit/regimes/eu-gdpr.yaml")).exists();
        assertThat(root.resolve("opt/training-audit/config/deploy")).doesNotExist();
        assertThat(root.resolve("etc/systemd/system/audit-serve.service")).exists();

        Files.writeString(root.resolve("etc/training-audit/application.yaml"), "audit: {}\n");
        run(install, "--root", root.toString());
        assertThat(root.resolve("etc/training-audit/application.yaml"))
                .as("a new release leaves the configuration as it is")
                .hasContent("audit: {}\n");
    }

    @Test
    void writesAnImageInWhichEachDigestIsRight() throws Exception {
        byte[] image = image("image.tar");
        assertThat(image("again.tar")).isEqualTo(image);

        Path layout = unpack(folder.resolve("image.tar"));
        assertThat(layout.resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        JsonNode manifest = blob(layout, json(layout.resolve("index.json")).at("/manifests/0"));
        JsonNode config = blob(layout, manifest.at("/config"));
        assertThat(config.at("/config/User").asString()).isEqualTo("10001:10001");
        assertThat(manifest.at("/layers")).hasSize(2);
        for (int layer = 0; layer < 2; layer++) {
            bytes(layout, manifest.at("/layers/" + layer));
            assertThat(config.at("/rootfs/diff_ids/" + layer)).isEqualTo(manifest.at("/layers/" + layer + "/digest"));
        }
        JsonNode docker = json(layout.resolve("manifest.json")).get(0);
        assertThat(docker.at("/RepoTags/0").asString()).isEqualTo("training-audit:0.1.0");
        assertThat(layout.resolve(docker.at("/Layers/1").asString())).exists();
        assertThat(layout.resolve(docker.at("/Config").asString())).exists();
    }

    private byte[] image(String name) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        Path file = folder.resolve(name);
        new OciImage(work, TIME)
                .layer(tree())
                .layer(new FileTree().text("second", FileTree.PLAIN, "2"))
                .write(file, "training-audit:0.1.0", "amd64", OciImage.ordered("User", "10001:10001"));
        return Files.readAllBytes(file);
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    private static JsonNode blob(Path layout, JsonNode descriptor) throws Exception {
        return new JsonMapper().readTree(bytes(layout, descriptor));
    }

    private static byte[] bytes(Path layout, JsonNode descriptor) throws Exception {
        String sha256 = descriptor.at("/digest").asString().substring("sha256:".length());
        byte[] bytes = Files.readAllBytes(layout.resolve("blobs/sha256/" + sha256));
        assertThat(bytes).hasSize(descriptor.at("/size").asInt());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(sha256);
        return bytes;
    }

    private void write(Path file, FileTree tree) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarWriter writer = new TarWriter(out, TIME.getEpochSecond())) {
            writer.add(tree);
        }
    }

    private Path unpack(Path tar) throws IOException, InterruptedException {
        Path unpacked = Files.createTempDirectory(folder, "unpacked");
        run("tar", "-xpf", tar.toString(), "-C", unpacked.toString());
        return unpacked;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
