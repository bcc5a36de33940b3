package org.trainingaudit.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFaultTest {

    @TempDir
    Path folder;

    @Test
    void saysInWordsWhyTheDiskRefuses() {
        Path file = folder.resolve("var");
        Map<IOException, String> reasons = Map.of(
                new AccessDeniedException(file.toString()), "no right to write there",
                new FileAlreadyExistsException(file.toString()), "a file of that name is in the way",
                new NoSuchFileException(file.toString()), "its folder isn't there and can't be made",
                new FileSystemException(file.toString(), null, "No space left on device"), "No space left on device",
                new IOException("Input/output error"), "Input/output error");
        reasons.forEach((cause, reason) -> assertThat(new DiskFault(file, cause))
                .hasMessageStartingWith("cannot write " + file + " (" + reason + "; ")
                .hasMessageContaining(" MB free there)"));
    }
}
