package org.trainingaudit.use;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import org.trainingaudit.hash.Sha256;

/**
 * Takes in lineage events that a tool sends, and keeps them in a folder for the next night, which reads it where {@code
 * documents} of the configuration names it. What is sent twice is kept once. Safe for several threads.
 */
public final class LineageIntake {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String SHOWN = "body";

    private final Path folder;

    /** Into that folder, which is made where it isn't there. */
    public LineageIntake(Path folder) {
        this.folder = folder;
    }

    /**
     * What became of a body.
     *
     * @param kept whether it is on disk now; if not, nothing of it is
     * @param events how many events it holds
     * @param faults what is wrong with it; a body whose events break their schema is kept, since what can be read counts
     */
    public record Receipt(boolean kept, int events, List<Fault> faults) {
        public Receipt {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Takes one event or a list of events as JSON. Answers when they are on disk.
     *
     * @throws IOException where the body breaks off or the disk refuses
     */
    public Receipt take(InputStream body) throws IOException {
        Faults faults = new Faults();
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            faults.add(Location.of(SHOWN), "more than " + LARGEST + " bytes; send fewer events at once");
            return new Receipt(false, 0, faults.all());
        }
        Optional<Node> sent = text(bytes, faults).flatMap(text -> JsonNodes.parse(SHOWN, 1, text, faults));
        List<Node> events = sent.map(node -> node instanceof Node.Items list ? list.items() : List.of(node))
                .orElse(List.of());
        long strange = events.stream()
                .filter(event -> !OpenLineageFormat.isEvent(event))
                .count();
        if (strange > 0 || (events.isEmpty() && faults.isEmpty())) {
            faults.add(
                    Location.of(SHOWN),
                    "expected an OpenLineage event or a list of them, but " + strange + " of " + events.size()
                            + " are none");
            return new Receipt(false, events.size(), faults.all());
        }
        if (events.isEmpty()) {
            return new Receipt(false, 0, faults.all());
        }
        keep(bytes);
        return new Receipt(true, events.size(), faults.all());
    }

    private static Optional<String> text(byte[] bytes, Faults faults) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            faults.add(Location.of(SHOWN), "not valid UTF-8");
            return Optional.empty();
        }
    }

    /** Hidden under its temporary name until it is whole, so that a night never reads half of it. */
    private void keep(byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(Sha256.hex(bytes) + ".json");
        if (Files.exists(target)) {
            return;
        }
        Path whole = Files.createTempFile(folder, ".", ".part");
        try {
            try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
