package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.finding.FindingEvent.Kind;

/** The findings as they stand; joins the caller's transaction. */
public final class Findings {

    private final FindingRows rows;
    private final FindingPages pages;
    private final WaiverRows waivers;

    public Findings(JdbcClient jdbc, JdbcTemplate batches) {
        this.rows = new FindingRows(jdbc, batches);
        this.pages = new FindingPages(jdbc, rows);
        this.waivers = new WaiverRows(jdbc);
    }

    /**
     * Follows findings over a night: opens, reopens, changes and closes them by what is seen, and remembers that they were
     * seen. Done again with the same sightings it finds nothing to do.
     *
     * @param day the run's business date
     * @param seen at most one for each use and regime
     * @return what has happened, in the order of the sightings
     */
    public List<FindingEvent> follow(FindingPolicy policy, LocalDate day, Collection<Sighting> seen) {
        Map<String, Finding> known = known(seen);
        FindingCourse course = new FindingCourse(policy, day, waivers.everApproved());
        List<FindingEvent> events = new ArrayList<>();
        List<Finding> unchanged = new ArrayList<>();
        for (Sighting now : seen) {
            Optional<Finding> before = Optional.ofNullable(known.get(now.finding()));
            Optional<Finding> open = before.filter(Finding::open);
            List<FindingEvent> happened = open.isPresent()
                    ? course.ofOpen(open.get(), now).stream().toList()
                    : former(now, known)
                            .map(former -> course.ofFormer(former, now))
                            .orElseGet(
                                    () -> course.ofClosed(before, now).stream().toList());
            events.addAll(happened);
            open.filter(still -> happened.isEmpty())
                    .map(still -> still.seenOn(day))
                    .ifPresent(unchanged::add);
        }
        rows.save(events.stream().map(FindingEvent::finding).toList());
        rows.touch(unchanged);
        return events;
    }

    /** By their ids, the findings of these uses under all ids that they ever had. */
    private Map<String, Finding> known(Collection<Sighting> seen) {
        Set<String> uses = new TreeSet<>();
        seen.forEach(one -> {
            uses.add(one.seen().use());
            uses.addAll(one.formerly());
        });
        Map<String, Finding> known = new HashMap<>();
        rows.ofUses(uses).forEach(finding -> known.put(finding.id(), finding));
        return known;
    }

    /** The open finding of the use under an id that it had before, the oldest of several. */
    private static Optional<Finding> former(Sighting now, Map<String, Finding> known) {
        return now.formerly().stream()
                .map(use -> Finding.idOf(now.seen().regime(), use))
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(Finding::open)
                .min(Comparator.comparing((Finding some) -> some.days().opened())
                        .thenComparing(Finding::id));
    }

    /** Closes the open findings of a use that is over. */
    public List<FindingEvent> end(String use, LocalDate day) {
        List<FindingEvent> events = rows.ofUses(Set.of(use)).stream()
                .filter(Finding::open)
                .map(finding -> new FindingEvent(Kind.CLOSED, finding.closedOn(day), "the use has ended"))
                .toList();
        rows.save(events.stream().map(FindingEvent::finding).toList());
        return events;
    }

    /** The finding of that id, open or closed. */
    public Optional<Finding> find(String id) {
        return rows.find(id);
    }

    /** The waiver that covers the finding on that day, if one does. */
    public Optional<Waiver> waiverOf(Finding finding, LocalDate day) {
        return finding.accepted()
                .flatMap(accepted -> waivers.find(accepted.waiver()))
                .filter(waiver -> finding.open() && waiver.holdsOn(day));
    }

    /**
     * A page of findings by id.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<Finding> page(String after, int size) {
        return rows.page(after, size);
    }

    /**
     * A page of those that a filter lets through, by id.
     *
     * @param day the business date, on which waivers hold or don't
     * @param after the last id of the page before; empty for the first page
     */
    public List<Finding> page(FindingFilter filter, LocalDate day, String after, int size) {
        return pages.page(filter, day, after, size);
    }

    /** How many are open, the waived ones among them. */
    public long countOpen() {
        return rows.countOpen();
    }

    /** How many open violations were opened, for the first time or again, on that business date. */
    public long countOpenedOn(LocalDate day) {
        return rows.countOpenedOn(day);
    }

    /** How many are open on that day and covered by a waiver. */
    public long countWaived(LocalDate day) {
        return rows.countWaived(day);
    }

    /** How many are open on that day that are violations and that no waiver covers: what makes a run end with 1. */
    public long countAdverse(LocalDate day) {
        return rows.countAdverse(day);
    }
}
