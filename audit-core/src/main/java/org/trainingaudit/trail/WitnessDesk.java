package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Decides as a witness: a checkpoint of a known log is cosigned if it extends the last one that was cosigned, and what was
 * cosigned is durable before the signature leaves. One request at a time.
 */
final class WitnessDesk {

    private final String name;
    private final SigningKey key;
    private final List<VerifierKey> logs;
    private final DurableFiles state;
    private final Clock clock;

    WitnessDesk(String name, SigningKey key, List<VerifierKey> logs, DurableFiles state, Clock clock) {
        this.name = name;
        this.key = key;
        this.logs = List.copyOf(logs);
        this.state = state;
        this.clock = clock;
    }

    /** An answer with the status of the witness protocol. */
    record Answer(int status, String text) {}

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        Refused(int status, String text) {
            super(text);
            this.answer = new Answer(status, text + "\n");
        }
    }

    synchronized Answer addCheckpoint(byte[] request) {
        try {
            return cosign(request);
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    private Answer cosign(byte[] request) {
        ProofFile asked = parsed(request);
        Checkpoint next = asked.checkpoint().checkpoint();
        requireLog(asked.checkpoint());
        if (asked.number() > next.size()) {
            throw new Refused(400, "old " + asked.number() + " is larger than the checkpoint's " + next.size());
        }
        Checkpoint held = held(next.origin());
        if (held.size() != asked.number()) {
            throw new Refused(409, Long.toString(held.size()));
        }
        ProofCheck.consistency(held.size(), held.root(), next.size(), next.root(), asked.hashes())
                .ifPresent(why -> {
                    throw new Refused(422, why);
                });
        state.put(file(next.origin()), next.text().getBytes(StandardCharsets.UTF_8));
        state.settle();
        return new Answer(200, key.cosign(name, clock.instant(), next.text()).text());
    }

    private static ProofFile parsed(byte[] request) {
        try {
            return WitnessRequest.parse(request);
        } catch (TrailException e) {
            throw new Refused(400, "not a request: " + e.getMessage());
        }
    }

    private void requireLog(SignedCheckpoint signed) {
        String origin = signed.checkpoint().origin();
        if (logs.stream().noneMatch(log -> log.name().equals(origin))) {
            throw new Refused(404, "this witness does not know the log '" + origin + "'");
        }
        Optional<String> fault = Optional.empty();
        try {
            if (signed.signedBy(logs).isEmpty()) {
                fault = Optional.of("no key of the log that this witness knows has signed");
            }
        } catch (TrailException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
        fault.ifPresent(why -> {
            throw new Refused(403, why);
        });
    }

    /** What was cosigned last; a damaged state stops the witness rather than letting it begin anew. */
    private Checkpoint held(String origin) {
        Path file = state.root().resolve(file(origin));
        if (!Files.exists(file)) {
            return new Checkpoint(origin, 0, Hash.OF_NOTHING);
        }
        try {
            return Checkpoint.parse(Encoding.text(TileFiles.bytes(file)).orElse(""));
        } catch (TrailException e) {
            throw new TrailException(
                    "the witness's state " + file + " is damaged (" + e.getMessage() + "); put it back from its backup",
                    e);
        }
    }

    private static String file(String origin) {
        return Hash.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
