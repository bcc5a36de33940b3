package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.regime.Verdict;

/**
 * A violation followed over time.
 *
 * @param id {@link #idOf} regime and use
 * @param seen what was last seen: use, dataset, regime, verdict, rules and categories
 * @param open whether it is open; a waived one is
 * @param care who answers for it, how much it weighs and by when it has to be mended
 * @param days when it was opened, seen and closed
 * @param reopened how often it was opened again
 * @param accepted the waiver that covers it, if one does
 * @param lost waivers that it has overtaken, which never cover it again
 */
public record Finding(
        String id,
        Seen seen,
        boolean open,
        Care care,
        Days days,
        int reopened,
        Optional<Acceptance> accepted,
        Set<String> lost) {

    private static final int ID_DIGITS = 16;

    public Finding {
        lost = Set.copyOf(lost);
    }

    /**
     * What a finding is about.
     *
     * @param rules the breached rules, sorted; those under review where the verdict is needs-review
     * @param categories the kinds of personal data concerned, sorted
     */
    public record Seen(
            String use, String dataset, String regime, Verdict verdict, List<String> rules, List<String> categories) {
        public Seen {
            rules = rules.stream().distinct().sorted().toList();
            categories = categories.stream().distinct().sorted().toList();
        }
    }

    /**
     * Who has to mend it.
     *
     * @param owner an office or account
     * @param dueOn the day by which it has to be mended; empty for one that was opened before owners were kept
     */
    public record Care(Severity severity, String owner, Optional<LocalDate> dueOn) {}

    /**
     * Business dates of its course.
     *
     * @param firstOpened when it was opened for the first time
     * @param opened when it was opened last
     * @param lastSeen the last night that saw it
     * @param closed when it was closed; empty while it is open
     */
    public record Days(LocalDate firstOpened, LocalDate opened, LocalDate lastSeen, Optional<LocalDate> closed) {}

    /**
     * What somebody has accepted of a finding.
     *
     * @param waiver the waiver that covers it
     * @param rules the rules that were breached when it began to
     * @param categories the kinds of data that were concerned then
     */
    public record Acceptance(String waiver, List<String> rules, List<String> categories) {
        public Acceptance {
            rules = List.copyOf(rules);
            categories = List.copyOf(categories);
        }

        /** What is seen now that nobody has accepted, in words; empty where it hasn't become worse. */
        List<String> worseIn(Seen now) {
            SortedSet<String> worse = new TreeSet<>();
            now.rules().stream().filter(rule -> !rules.contains(rule)).forEach(rule -> worse.add("rule " + rule));
            now.categories().stream()
                    .filter(category -> !categories.contains(category))
                    .forEach(category -> worse.add("category " + category));
            return List.copyOf(worse);
        }
    }

    /** The first 16 hex digits of SHA-256 over {@code regime}, a newline and {@code use}: the same every night. */
    public static String idOf(String regime, String use) {
        return Sha256.hex(regime + "\n" + use).substring(0, ID_DIGITS);
    }

    public String use() {
        return seen.use();
    }

    public String regime() {
        return seen.regime();
    }

    public List<String> rules() {
        return seen.rules();
    }

    public List<String> categories() {
        return seen.categories();
    }

    Finding seenOn(LocalDate day) {
        return with(seen, care, new Days(days.firstOpened(), days.opened(), day, Optional.empty()), accepted);
    }

    Finding with(Seen now, Care care, Days days, Optional<Acceptance> accepted) {
        return new Finding(id, now, open, care, days, reopened, accepted, lost);
    }

    Finding closedOn(LocalDate day) {
        Days course = new Days(days.firstOpened(), days.opened(), days.lastSeen(), Optional.of(day));
        return new Finding(id, seen, false, care, course, reopened, Optional.empty(), lost);
    }

    Finding reopenedOn(LocalDate day, Seen now, Care care, Set<String> lost) {
        Days course = new Days(days.firstOpened(), day, day, Optional.empty());
        return new Finding(id, now, true, care, course, reopened + 1, Optional.empty(), lost);
    }

    /** The same finding of a use that has another id from now on: when it was opened and what was accepted stay. */
    Finding under(Seen other) {
        return new Finding(
                idOf(other.regime(), other.use()),
                new Seen(other.use(), seen.dataset(), seen.regime(), seen.verdict(), seen.rules(), seen.categories()),
                open,
                care,
                days,
                reopened,
                accepted,
                lost);
    }

    Finding acceptedBy(Optional<Waiver> waiver) {
        Optional<Acceptance> acceptance = waiver.map(some -> new Acceptance(some.id(), rules(), categories()));
        return new Finding(id, seen, open, care, days, reopened, acceptance, lost);
    }
}
