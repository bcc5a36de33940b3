package org.trainingaudit.use;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.hash.Sha256;

/**
 * Files of many events, numbered in the order in which they were made: a name that comes earlier stays earlier, and so does
 * the place that is told of a use.
 */
final class PackedEvents {

    private static final long LARGEST = 64L * 1024 * 1024;
    private static final int MOST_FILES = 20_000;
    private static final Pattern NAME = Pattern.compile("events-(\\d{6,9})\\.jsonl");

    private final Path folder;
    private final Path waiting;

    PackedEvents(Path folder, Path waiting) {
        this.folder = folder;
        this.waiting = waiting;
    }

    void pack() throws IOException {
        LineageFiles.removeUnfinished(folder);
        int number = newest();
        try (DirectoryStream<Path> bodies = Files.newDirectoryStream(waiting, "*.jsonl")) {
            List<Path> some = new ArrayList<>();
            long bytes = 0;
            for (Path body : bodies) {
                some.add(body);
                bytes += Files.size(body);
                if (bytes >= LARGEST || some.size() == MOST_FILES) {
                    pack(++number, some);
                    some.clear();
                    bytes = 0;
                }
            }
            if (!some.isEmpty()) {
                pack(number + 1, some);
            }
        }
    }

    private int newest() throws IOException {
        int newest = 0;
        try (DirectoryStream<Path> packed = Files.newDirectoryStream(folder, "events-*.jsonl")) {
            for (Path file : packed) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                newest = name.matches() ? Math.max(newest, Integer.parseInt(name.group(1))) : newest;
            }
        }
        return newest;
    }

    /** The bodies go only when their events are in a packed file for good. */
    private void pack(int number, List<Path> bodies) throws IOException {
        Collections.sort(bodies);
        Path part = LineageFiles.unfinished(folder);
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file))) {
                Set<String> seen = new HashSet<>();
                for (Path body : bodies) {
                    copy(Files.readAllBytes(body), seen, out);
                }
                out.flush();
                file.force(true);
            }
            String name = String.format(Locale.ROOT, "events-%06d.jsonl", number);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            LineageFiles.sync(folder);
        } finally {
            Files.deleteIfExists(part);
        }
        for (Path body : bodies) {
            Files.delete(body);
        }
    }

    private static void copy(byte[] lines, Set<String> seen, OutputStream out) throws IOException {
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                byte[] line = Arrays.copyOfRange(lines, start, i + 1);
                if (seen.add(Sha256.hex(line))) {
                    out.write(line);
                }
                start = i + 1;
            }
        }
    }
}
