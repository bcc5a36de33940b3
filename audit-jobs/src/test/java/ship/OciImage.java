package ship;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image by the OCI image layout, in one tar that Podman, Skopeo, containerd and Docker load. Layers aren't packed, so that
 * the bytes depend on no compressor. Nothing is pulled and no daemon is asked.
 */
final class OciImage {

    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private record Blob(String type, String sha256, long size) {
        Map<String, Object> descriptor() {
            return ordered("mediaType", type, "digest", "sha256:" + sha256, "size", size);
        }
    }

    private final Path work;
    private final Instant time;
    private final FileTree layout = new FileTree();
    private final List<Blob> layers = new ArrayList<>();

    /**
     * @param work a folder for layers while they are made
     * @param time when everything in it is said to be from
     */
    OciImage(Path work, Instant time) {
        this.work = work;
        this.time = time;
    }

    /** Adds a layer over those that are there. */
    OciImage layer(FileTree files) throws IOException {
        Path tar = work.resolve("layer-" + layers.size() + ".tar");
        try (OutputStream out = Files.newOutputStream(tar);
                TarWriter writer = new TarWriter(out, time.getEpochSecond())) {
            writer.add(files);
        }
        String sha256 = sha256(tar);
        layout.file("blobs/sha256/" + sha256, FileTree.PLAIN, tar);
        layers.add(new Blob(LAYER, sha256, Files.size(tar)));
        return this;
    }

    /**
     * Writes the image.
     *
     * @param name name and tag, such as {@code training-audit:0.1.0}
     * @param config what a container of it is started with, as in the specification's {@code config}
     */
    void write(Path file, String name, String architecture, Map<String, Object> config) throws IOException {
        List<String> diffs =
                layers.stream().map(layer -> "sha256:" + layer.sha256()).toList();
        Blob image = json(
                CONFIG,
                ordered(
                        "created",
                        time.toString(),
                        "architecture",
                        architecture,
                        "os",
                        "linux",
                        "config",
                        config,
                        "rootfs",
                        ordered("type", "layers", "diff_ids", diffs)));
        Blob manifest = json(
                MANIFEST,
                ordered(
                        "schemaVersion",
                        2,
                        "mediaType",
                        MANIFEST,
                        "config",
                        image.descriptor(),
                        "layers",
                        layers.stream().map(Blob::descriptor).toList()));
        Map<String, Object> named = manifest.descriptor();
        String tag = name.substring(name.indexOf(':') + 1);
        named.put("annotations", ordered("org.opencontainers.image.ref.name", tag, "io.containerd.image.name", name));
        layout.text(
                "index.json",
                FileTree.PLAIN,
                text(ordered("schemaVersion", 2, "mediaType", INDEX, "manifests", List.of(named))));
        layout.text("oci-layout", FileTree.PLAIN, text(ordered("imageLayoutVersion", "1.0.0")));
        layout.text("manifest.json", FileTree.PLAIN, text(List.of(forDocker(name, image))));
        try (OutputStream out = Files.newOutputStream(file);
                TarWriter writer = new TarWriter(out, time.getEpochSecond())) {
            writer.add(layout);
        }
    }

    /** What {@code docker load} reads in releases that don't know the layout yet. */
    private Map<String, Object> forDocker(String name, Blob image) {
        return ordered(
                "Config", "blobs/sha256/" + image.sha256(),
                "RepoTags", List.of(name),
                "Layers",
                        layers.stream()
                                .map(layer -> "blobs/sha256/" + layer.sha256())
                                .toList());
    }

    private Blob json(String type, Map<String, Object> content) {
        String text = text(content);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(digest().digest(bytes));
        layout.text("blobs/sha256/" + sha256, FileTree.PLAIN, text);
        return new Blob(type, sha256, bytes.length);
    }

    private static String text(Object content) {
        return new JsonMapper().writeValueAsString(content);
    }

    /** A map in this order, so that its bytes don't change. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
