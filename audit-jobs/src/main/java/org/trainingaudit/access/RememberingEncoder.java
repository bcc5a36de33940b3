package org.trainingaudit.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow hash that is asked once in five minutes for the same password, so that scripts that send it with each call don't
 * keep the machine busy. What is kept is a keyed digest over password and hash, under a key that leaves with the process:
 * a changed password is unknown at once.
 */
final class RememberingEncoder implements PasswordEncoder {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder slow;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> right = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    RememberingEncoder(PasswordEncoder slow, Clock clock, RandomGenerator random) {
        this.slow = slow;
        this.clock = clock;
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        String digest = digest(password + "\u0000" + hash);
        if (isKnown(digest)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            remember(digest);
        }
        return matches;
    }

    private synchronized boolean isKnown(String digest) {
        Instant until = right.get(digest);
        return until != null && clock.instant().isBefore(until);
    }

    private synchronized void remember(String digest) {
        right.remove(digest);
        right.put(digest, clock.instant().plus(KEPT));
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(Objects.requireNonNull(key));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
