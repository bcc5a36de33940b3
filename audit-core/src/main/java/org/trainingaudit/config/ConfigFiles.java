package org.trainingaudit.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.trainingaudit.hash.Sha256;

/**
 * The configuration folder as it was at one moment. Everything that a run uses is loaded from here, so a change of the
 * folder in the middle of a run changes nothing in it.
 *
 * <p>Taken are the {@code .yaml} files of the folder itself and of its subfolders {@code regimes}, {@code detectors} and
 * {@code checklists}.
 */
public final class ConfigFiles {

    private static final List<String> SUBFOLDERS = List.of("regimes", "detectors", "checklists");
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Map<String, ConfigFile> files;
    /** Empty until it is asked for: each page of the console tells it, and it takes all bytes of all files. */
    private volatile Optional<String> sha256 = Optional.empty();

    private ConfigFiles(Path folder, Map<String, ConfigFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Reads the folder once; what can't be read becomes a fault. */
    public static ConfigFiles read(Path folder, Faults faults) {
        Map<String, ConfigFile> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            faults.add(
                    Location.of(folder.toString()),
                    "no such folder; name the configuration folder with --config, or run in the folder that has it");
            return new ConfigFiles(folder, files);
        }
        take(folder, "", files, faults);
        for (String sub : SUBFOLDERS) {
            take(folder.resolve(sub), sub + "/", files, faults);
        }
        return new ConfigFiles(folder, files);
    }

    /** The folder and those of its subfolders in which files of the configuration may be, whether or not they are there. */
    public static List<Path> folders(Path folder) {
        List<Path> folders = new ArrayList<>(List.of(folder));
        SUBFOLDERS.forEach(sub -> folders.add(folder.resolve(sub)));
        return List.copyOf(folders);
    }

    /** Files that exist only in memory. */
    public static ConfigFiles of(ConfigFile... files) {
        Map<String, ConfigFile> map = new TreeMap<>();
        for (ConfigFile file : files) {
            map.put(file.name(), file);
        }
        return new ConfigFiles(Path.of(""), map);
    }

    /**
     * The files of a snapshot that {@link #zip()} made.
     *
     * @throws IOException where it's no zip, or packs a file, which could be far larger than it looks
     */
    public static ConfigFiles ofZip(byte[] zip) throws IOException {
        Map<String, ConfigFile> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getMethod() != ZipEntry.STORED) {
                    throw new IOException("the snapshot packs '" + entry.getName() + "'; expected files as they are");
                }
                byte[] bytes = in.readNBytes(4 * YamlReader.LARGEST);
                files.put(entry.getName(), new ConfigFile(entry.getName(), entry.getName(), bytes));
            }
        }
        return new ConfigFiles(Path.of(""), files);
    }

    private static void take(Path folder, String prefix, Map<String, ConfigFile> files, Faults faults) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(path -> takeFile(path, prefix, files, faults));
        } catch (IOException e) {
            faults.add(
                    Location.of(folder.toString()),
                    "the folder can't be listed: " + e.getClass().getSimpleName());
        }
    }

    private static void takeFile(Path path, String prefix, Map<String, ConfigFile> files, Faults faults) {
        String name = prefix + path.getFileName();
        try {
            if (!Files.isRegularFile(path)) {
                faults.add(Location.of(path.toString()), "not a regular file; a configuration file must be one");
            } else if (Files.size(path) > 4L * YamlReader.LARGEST) {
                faults.add(Location.of(path.toString()), "larger than " + 4L * YamlReader.LARGEST + " bytes");
            } else {
                files.put(name, new ConfigFile(name, path.toString(), Files.readAllBytes(path)));
            }
        } catch (IOException e) {
            faults.add(
                    Location.of(path.toString()),
                    "can't be read: " + e.getClass().getSimpleName());
        }
    }

    /** The folder it was read from; relative paths inside the configuration are meant from where the program runs. */
    public Path folder() {
        return folder;
    }

    /** The file of that name, such as {@code taxonomy.yaml}. */
    public Optional<ConfigFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The file of that name; a fault where there is none. */
    public Optional<ConfigFile> required(String name, Faults faults) {
        Optional<ConfigFile> file = file(name);
        if (file.isEmpty()) {
            faults.add(Location.of(folder.resolve(name).toString()), "no such file; it is needed");
        }
        return file;
    }

    /** All files whose name begins so, by name. */
    public List<ConfigFile> under(String prefix) {
        return files.values().stream()
                .filter(file -> file.name().startsWith(prefix))
                .toList();
    }

    /** The SHA-256 of {@link #zip()} in lower-case hex: the configuration's identity in the trail. */
    public String sha256() {
        if (sha256.isEmpty()) {
            sha256 = Optional.of(Sha256.hex(zip()));
        }
        return sha256.orElseThrow();
    }

    /** The snapshot as a zip: sorted, stored without compression, at a fixed time, so that equal files give equal bytes. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ConfigFile file : files.values()) {
                zip.putNextEntry(stored(file));
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(ConfigFile file) {
        CRC32 crc = new CRC32();
        crc.update(file.bytes());
        ZipEntry entry = new ZipEntry(file.name());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.bytes().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(FIXED_TIME);
        return entry;
    }
}
