package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.finding.Finding.Acceptance;
import org.trainingaudit.finding.Finding.Care;
import org.trainingaudit.finding.Finding.Days;
import org.trainingaudit.finding.FindingEvent.Kind;

/** What becomes of a finding on a day, given what is seen: the rules of its course, without a database. */
final class FindingCourse {

    private final FindingPolicy policy;
    private final LocalDate day;
    private final Map<String, Waiver> approved;

    /** The course on that day, under the waivers that were ever approved, by id. */
    FindingCourse(FindingPolicy policy, LocalDate day, Map<String, Waiver> approved) {
        this.policy = policy;
        this.day = day;
        this.approved = approved;
    }

    /** What happens to a finding that isn't open. */
    Optional<FindingEvent> ofClosed(Optional<Finding> known, Sighting now) {
        if (!policy.follows(now)) {
            return Optional.empty();
        }
        Care care = policy.care(now, day);
        if (known.isPresent()) {
            Finding again =
                    known.get().reopenedOn(day, now.seen(), care, known.get().lost());
            return Optional.of(new FindingEvent(Kind.REOPENED, covered(again), reason(now)));
        }
        Days days = new Days(day, day, day, Optional.empty());
        Finding first = new Finding(now.finding(), now.seen(), true, care, days, 0, Optional.empty(), Set.of());
        return Optional.of(new FindingEvent(Kind.OPENED, covered(first), reason(now)));
    }

    private static String reason(Sighting now) {
        return now.seen().verdict().word();
    }

    /** What happens to an open one; empty where it is as it was. */
    Optional<FindingEvent> ofOpen(Finding known, Sighting now) {
        if (!policy.follows(now)) {
            String verdict =
                    now.provisional() ? "provisional" : now.seen().verdict().word();
            return Optional.of(new FindingEvent(Kind.CLOSED, known.closedOn(day), "verdict is now " + verdict));
        }
        return waiverEnded(known, now).or(() -> changed(known, now));
    }

    /** What happens to an open one of a use that has another id from now on: it ends there and goes on here, if at all. */
    List<FindingEvent> ofFormer(Finding former, Sighting now) {
        Finding here = former.under(now.seen());
        Optional<FindingEvent> event = ofOpen(here, now);
        if (event.filter(some -> some.kind() == Kind.CLOSED).isPresent()) {
            return List.of(new FindingEvent(
                    Kind.CLOSED, former.closedOn(day), event.get().reason()));
        }
        String whereto = "goes on as " + here.id() + " of use " + now.seen().use() + ", which declares it";
        Finding after = event.map(FindingEvent::finding).orElse(here.seenOn(day));
        String reason = "carried over from " + former.id() + " of use " + former.use();
        return List.of(
                new FindingEvent(Kind.CLOSED, former.closedOn(day), whereto),
                new FindingEvent(
                        Kind.CARRIED_OVER,
                        after,
                        event.map(some -> reason + "; " + some.reason()).orElse(reason),
                        Optional.of(former.id())));
    }

    private Optional<FindingEvent> waiverEnded(Finding known, Sighting now) {
        return known.accepted().flatMap(accepted -> end(accepted, now)).map(end -> {
            Set<String> lost = new TreeSet<>(known.lost());
            end.lost().ifPresent(lost::add);
            Finding again = known.reopenedOn(day, now.seen(), policy.care(now, day), lost);
            return new FindingEvent(Kind.REOPENED, covered(again), end.reason());
        });
    }

    private record End(String reason, Optional<String> lost) {}

    private Optional<End> end(Acceptance accepted, Sighting now) {
        String id = accepted.waiver();
        List<String> worse = accepted.worseIn(now.seen());
        if (!worse.isEmpty()) {
            return Optional.of(
                    new End("waiver " + id + " overtaken: also " + String.join(", ", worse), Optional.of(id)));
        }
        Optional<Waiver> waiver = Optional.ofNullable(approved.get(id));
        if (waiver.filter(some -> some.holdsOn(day)).isPresent()) {
            return Optional.empty();
        }
        boolean expired =
                waiver.map(some -> some.state() == Waiver.State.APPROVED).orElse(false);
        return Optional.of(new End("waiver " + id + (expired ? " expired" : " withdrawn"), Optional.empty()));
    }

    private Optional<FindingEvent> changed(Finding known, Sighting now) {
        Care fresh = policy.care(now, known.days().opened());
        Care care =
                new Care(fresh.severity(), fresh.owner(), known.care().dueOn().or(fresh::dueOn));
        Finding seen = known.with(
                now.seen(),
                care,
                new Days(known.days().firstOpened(), known.days().opened(), day, Optional.empty()),
                known.accepted());
        Finding still = seen.accepted().isPresent() ? seen : covered(seen);
        List<String> changes = changes(known, still);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new FindingEvent(Kind.CHANGED, still, String.join(", ", changes) + " changed"));
    }

    /** A waiver is new to a finding that is open already where a night and the approval passed each other. */
    private static List<String> changes(Finding known, Finding now) {
        List<String> changes = new ArrayList<>();
        add(changes, "verdict", known.seen().verdict().equals(now.seen().verdict()));
        add(changes, "rules", known.rules().equals(now.rules()));
        add(changes, "categories", known.categories().equals(now.categories()));
        add(changes, "severity", known.care().severity() == now.care().severity());
        add(changes, "owner", known.care().owner().equals(now.care().owner()));
        add(changes, "waiver", known.accepted().equals(now.accepted()));
        return changes;
    }

    private static void add(List<String> changes, String what, boolean same) {
        if (!same) {
            changes.add(what);
        }
    }

    private Finding covered(Finding finding) {
        return finding.acceptedBy(approved.values().stream()
                .filter(waiver -> waiver.holdsOn(day) && waiver.scope().covers(finding))
                .filter(waiver -> !finding.lost().contains(waiver.id()))
                .findFirst());
    }
}
