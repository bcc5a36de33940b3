package org.trainingaudit.trail;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one witness for its cosignature (C2SP tlog-witness, {@code add-checkpoint}). */
final class WitnessClient {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int LARGEST_ANSWER = 16 * 1024;

    private final Witness witness;

    WitnessClient(Witness witness) {
        this.witness = witness;
    }

    /**
     * What came of it.
     *
     * @param lines its signatures, checked; none where it did not sign
     */
    record Reply(List<SignedNote.Line> lines, String message) {
        Reply {
            lines = List.copyOf(lines);
        }

        static Reply refused(String message) {
            return new Reply(List.of(), message);
        }
    }

    private record Answer(int status, String body) {}

    /** Asks, and once more with the size that the witness says it holds. */
    Reply ask(SignedCheckpoint signed, long held, Cosigners.Consistency proof) {
        try {
            Answer first = post(WitnessRequest.text(held, proof.from(held), signed));
            Optional<Long> other = first.status == CONFLICT ? Encoding.number(first.body.strip()) : Optional.empty();
            if (other.isEmpty()) {
                return judge(signed, first);
            }
            long size = other.get();
            if (size > signed.checkpoint().size()) {
                return Reply.refused("it has already seen a log of " + size + " entries, this one has "
                        + signed.checkpoint().size() + ": was the log set back?");
            }
            return judge(signed, post(WitnessRequest.text(size, proof.from(size), signed)));
        } catch (IOException e) {
            return Reply.refused("it did not answer: " + e.getMessage());
        }
    }

    private Answer post(byte[] request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(witness.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest ask = HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(witness.timeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        // The time of a request ends with the answer's head; the whole answer has to be there within it too.
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(ask, HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Answer> answer = sent.thenApplyAsync(WitnessClient::read);
        try {
            return answer.get(witness.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hangUp(sent);
            throw new IOException("no answer within " + witness.timeout().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void hangUp(CompletableFuture<HttpResponse<InputStream>> sent) throws IOException {
        if (sent.cancel(true) || sent.isCompletedExceptionally()) {
            return;
        }
        sent.join().body().close();
    }

    private static String reason(ExecutionException e) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        return cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage())
                        .map(text -> ": " + text)
                        .orElse("");
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(LARGEST_ANSWER);
            return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        }
    }

    private Reply judge(SignedCheckpoint signed, Answer answer) {
        if (answer.status != OK) {
            return Reply.refused("it refused with " + answer.status + ": " + oneLine(answer.body));
        }
        try {
            List<SignedNote.Line> ours = SignedNote.lines(answer.body.stripTrailing()).stream()
                    .filter(line -> line.isOf(witness.vkey()))
                    .limit(1) // a checkpoint has room for so many lines, and none for one witness to fill
                    .toList();
            if (ours.isEmpty()) {
                return Reply.refused("its answer holds no signature under its name and key id");
            }
            signed.with(ours).cosignedBy(List.of(witness.vkey()));
            return new Reply(ours, "cosigned");
        } catch (TrailException e) {
            return Reply.refused("its answer is wrong: " + e.getMessage());
        }
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
