package org.trainingaudit.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an auditor brings to a verification, from elsewhere than the log.
 *
 * @param keys keys of the log and of witnesses; without a log key a log is at best unauthenticated
 * @param since a checkpoint the auditor kept, to prove that the log only grew
 * @param policy a tlog-policy file, to require witnesses
 * @param entry the bytes of the entry, to verify a single {@code .tlog-proof}
 */
public record VerifyOptions(List<VerifierKey> keys, Optional<Path> since, Optional<Path> policy, Optional<Path> entry) {

    /** Copies the keys. */
    public VerifyOptions {
        keys = List.copyOf(keys);
    }

    /** Keys and nothing else. */
    public static VerifyOptions with(VerifierKey... keys) {
        return new VerifyOptions(List.of(keys), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with other keys. */
    VerifyOptions keys(List<VerifierKey> others) {
        return new VerifyOptions(others, since, policy, entry);
    }

    /** The same without a checkpoint the auditor kept. */
    VerifyOptions withoutSince() {
        return new VerifyOptions(keys, Optional.empty(), policy, entry);
    }

    /** The same with a checkpoint the auditor kept. */
    public VerifyOptions since(Path checkpoint) {
        return new VerifyOptions(keys, Optional.of(checkpoint), policy, entry);
    }

    /** The same with a witness policy. */
    public VerifyOptions policy(Path file) {
        return new VerifyOptions(keys, since, Optional.of(file), entry);
    }

    /** The same with the entry that a single proof is about. */
    public VerifyOptions entry(Path file) {
        return new VerifyOptions(keys, since, policy, Optional.of(file));
    }
}
