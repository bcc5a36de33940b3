package org.trainingaudit.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.detection.BlockScan;
import org.trainingaudit.detection.ScannedBlock;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.hash.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The blocks of one file that have been scanned, each in a file of its own that is there only when it is complete. They are of
 * one dataset in one state, seen by one set of detectors, in a folder that only the program's own user may read.
 */
final class KeptBlocks implements BlockScan.Kept {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    /** In a folder under {@code blocks}, named by what the blocks are of. */
    KeptBlocks(Path blocks, String state) {
        this.folder = blocks.resolve(
                Sha256.hex(state.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }

    /** How the file was cut. */
    Optional<FileBlocks> cut() {
        return read("cut.json", FileBlocks.class);
    }

    void keep(FileBlocks blocks) {
        write("cut.json", blocks);
    }

    @Override
    public Optional<ScannedBlock> known(Block block) {
        return read(name(block.number()), ScannedBlock.class);
    }

    @Override
    public void keep(ScannedBlock scanned) {
        write(name(scanned.number()), scanned);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "block-%06d.json", number);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.resolve(name)), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            // Of another version of the program, or damaged: the block is scanned again.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + folder + "' can't be read", e);
        }
    }

    private void write(String name, Object content) {
        try {
            makeFolder();
            Path unfinished = folder.resolve(name + ".part");
            Files.write(
                    unfinished,
                    JSON.writeValueAsBytes(content),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DiskFault(folder, e).unchecked();
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Takes away those of all datasets. */
    static void forgetAll(Path blocks) {
        if (!Files.isDirectory(blocks)) {
            return;
        }
        try (Stream<Path> folders = Files.list(blocks)) {
            folders.filter(folder -> folder.getFileName().toString().matches("[0-9a-f]{32}"))
                    .forEach(KeptBlocks::forget);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + blocks + "' can't be read", e);
        }
    }

    /** Takes all of them away. */
    void forget() {
        forget(folder);
    }

    private static void forget(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + folder + "' can't be taken away", e);
        }
    }
}
