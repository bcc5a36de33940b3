package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks each witness of the settings in turn. One that does not answer, refuses or signs wrongly is noted, and the
 * checkpoint is published without it.
 *
 * <p>How each answered stands in the signer's folder, one tab-separated line a witness: name, size that it holds, whether
 * it signed, size it was asked about, time, message.
 */
final class WitnessRound implements Cosigners {

    private static final String FILE = "witnesses";

    private final List<Witness> witnesses;
    private final DurableFiles state;
    private final Clock clock;

    private record Line(WitnessAnswer answer, String origin, long held) {}

    WitnessRound(List<Witness> witnesses, DurableFiles state, Clock clock) {
        this.witnesses = witnesses;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public SignedCheckpoint cosign(SignedCheckpoint signed, Consistency proof) {
        if (witnesses.isEmpty()) {
            return signed;
        }
        List<Line> before = read();
        List<Line> after = new ArrayList<>();
        List<SignedNote.Line> signatures = new ArrayList<>();
        for (Witness witness : witnesses) {
            long held = held(before, witness, signed.checkpoint());
            WitnessClient.Reply reply = new WitnessClient(witness).ask(signed, held, proof);
            signatures.addAll(reply.lines());
            after.add(line(witness, signed.checkpoint(), held, reply));
        }
        write(after);
        return signed.with(signatures);
    }

    /** What it signed last of this log; 0 where that is not known, which the witness then corrects. */
    private static long held(List<Line> before, Witness witness, Checkpoint now) {
        return before.stream()
                .filter(line -> line.answer.witness().equals(witness.vkey().name()) && line.origin.equals(now.origin()))
                .mapToLong(Line::held)
                .filter(size -> size <= now.size())
                .findFirst()
                .orElse(0);
    }

    private Line line(Witness witness, Checkpoint now, long held, WitnessClient.Reply reply) {
        boolean signed = !reply.lines().isEmpty();
        WitnessAnswer answer = new WitnessAnswer(
                witness.vkey().name(),
                signed,
                now.size(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                reply.message());
        return new Line(answer, now.origin(), signed ? now.size() : held);
    }

    /** The answers of the last round. */
    List<WitnessAnswer> last() {
        return read().stream().map(Line::answer).toList();
    }

    private void write(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            WitnessAnswer answer = line.answer;
            text.append(String.join(
                            "\t",
                            answer.witness(),
                            line.origin,
                            Long.toString(line.held),
                            Boolean.toString(answer.cosigned()),
                            Long.toString(answer.size()),
                            answer.at().toString(),
                            answer.message().replaceAll("\\p{Cntrl}", " ")))
                    .append('\n');
        }
        state.putSecret(FILE, text.toString().getBytes(StandardCharsets.UTF_8));
        state.settle();
    }

    private List<Line> read() {
        Path file = state.root().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return new String(TileFiles.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> read(line).stream())
                .toList();
    }

    /** A line that cannot be read is left out: it is only a memory, and each witness has its own. */
    private static Optional<Line> read(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 7) {
            return Optional.empty();
        }
        try {
            WitnessAnswer answer = new WitnessAnswer(
                    parts[0],
                    Boolean.parseBoolean(parts[3]),
                    Long.parseLong(parts[4]),
                    Instant.parse(parts[5]),
                    parts[6]);
            return Optional.of(new Line(answer, parts[1], Long.parseLong(parts[2])));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
