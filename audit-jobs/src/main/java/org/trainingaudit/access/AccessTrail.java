package org.trainingaudit.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records in the trail who did, downloaded or was refused what. Entries wait in the database until the next seal.
 *
 * <p>No entry has an address of a machine, a name that no account has, or what somebody typed.
 */
@Component
public class AccessTrail {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int NUMBER_BYTES = 16;
    private static final int LONGEST_TARGET = 200;

    private record Window(String actor, String action, String target, String outcome, Instant since, long left) {
        Window oneMore() {
            return new Window(actor, action, target, outcome, since, left + 1);
        }
    }

    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Window> windows = new HashMap<>();

    AccessTrail(Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records one thing, in the caller's transaction where there is one.
     *
     * @param actor the account
     * @param action what was done or tried, such as {@code download}
     * @param target what with, such as a report's name; what isn't plain in it is replaced
     * @param outcome {@code done}, {@code refused}
     */
    public void record(String actor, String action, String target, String outcome) {
        submit(actor, action, target, outcome, 1, Optional.empty());
    }

    /** The same with the reason that was given. */
    public void record(String actor, String action, String target, String outcome, String reason) {
        submit(actor, action, target, outcome, 1, Optional.of(reason).filter(text -> !text.isEmpty()));
    }

    /** Records what may come by the thousand: once at its beginning, and once a minute how often it came since. */
    public void often(String actor, String action, String target, String outcome) {
        flush();
        boolean first;
        synchronized (windows) {
            String key = String.join("\n", actor, action, target, outcome);
            first = !windows.containsKey(key);
            windows.computeIfPresent(key, (same, window) -> window.oneMore());
            windows.putIfAbsent(key, new Window(actor, action, target, outcome, clock.instant(), 0));
        }
        if (first) {
            record(actor, action, target, outcome);
        }
    }

    /** Records what came often and whose minute is over. */
    public void flush() {
        List<Window> over;
        synchronized (windows) {
            Instant end = clock.instant().minus(WINDOW);
            over = windows.values().stream()
                    .filter(window -> !window.since.isAfter(end))
                    .toList();
            windows.values().removeAll(over);
        }
        over.stream()
                .filter(window -> window.left > 0)
                .forEach(window -> submit(
                        window.actor, window.action, window.target, window.outcome, window.left, Optional.empty()));
    }

    private void submit(
            String actor, String action, String target, String outcome, long times, Optional<String> reason) {
        ObjectNode body = JSON.createObjectNode()
                .put("actor", actor)
                .put("action", action)
                .put("target", plain(target))
                .put("outcome", outcome)
                .put("times", times);
        reason.ifPresent(text -> body.put("reason", text));
        byte[] number = new byte[NUMBER_BYTES];
        random.nextBytes(number);
        EntryDraft entry = new EntryDraft("access", "", List.of(HexFormat.of().formatHex(number)), body);
        transaction.executeWithoutResult(status -> trail.submit(entry));
    }

    /** An address can hold anything that a caller likes to put into a log that nobody can change. */
    private static String plain(String target) {
        String cut = target.substring(0, Math.min(LONGEST_TARGET, target.length()));
        return cut.replaceAll("[^A-Za-z0-9 ./_-]", "?");
    }
}
