package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.regime.LawAnswer.Revision;
import org.trainingaudit.regime.LawDifference.Kind;

/**
 * Lays a pack's dates beside what the authority answered. It reports and changes nothing: which of the two is right, and
 * what it means for the rules, is for a person to say.
 */
public final class LawWatch {

    private final Regime regime;
    private final Authority authority;
    private final LawAnswer answer;
    private final List<LawDifference> found = new ArrayList<>();

    private LawWatch(Regime regime, Authority authority, LawAnswer answer) {
        this.regime = regime;
        this.authority = authority;
        this.answer = answer;
    }

    /** Whether the regime says that its text is published as that law. */
    public static boolean concerns(Regime regime, LawAnswer answer) {
        return regime.authority().filter(each -> each.isOnEGov(answer.lawId())).isPresent();
    }

    /** Where the regime's stored dates and revisions differ, in the pack's order; empty where it's another law. */
    public static List<LawDifference> compare(Regime regime, LawAnswer answer) {
        return regime.authority()
                .filter(each -> each.isOnEGov(answer.lawId()))
                .map(each -> new LawWatch(regime, each, answer).differences())
                .orElse(List.of());
    }

    /** Texts that start after that day and that none of these regimes names, by day: nobody has read them for a pack. */
    public static List<Revision> unnamed(List<Regime> regimes, LawAnswer answer, LocalDate after) {
        Set<String> named = new HashSet<>();
        regimes.forEach(regime -> regime.steps().forEach(step -> step.revision().ifPresent(named::add)));
        return answer.revisions().stream()
                .filter(row -> row.enforced().isAfter(after) && !named.contains(row.id()))
                .sorted(Comparator.comparing(Revision::enforced).thenComparing(Revision::id))
                .toList();
    }

    private List<LawDifference> differences() {
        promulgation();
        regime.steps().forEach(this::step);
        return List.copyOf(found);
    }

    private void promulgation() {
        authority.amendedBy().ifPresent(law -> {
            Optional<Revision> row = answer.revisions().stream()
                    .filter(each -> each.amendingLaw().equals(law))
                    .findFirst();
            if (row.isEmpty()) {
                add("authority.amendedBy", Kind.REVISION, law, Optional.empty(), Optional.empty());
            }
            row.ifPresent(each -> authority
                    .promulgated()
                    .filter(day -> !day.equals(each.promulgated()))
                    .ifPresent(
                            day -> differs("authority.promulgated", Kind.PROMULGATION, day, each.promulgated(), each)));
        });
    }

    private void step(Step step) {
        step.revision()
                .filter(id -> id.startsWith(answer.lawId() + "_"))
                .ifPresent(id -> find(id).ifPresentOrElse(row -> dates(step, row), () -> moved(step, id)));
    }

    private Optional<Revision> find(String id) {
        return answer.revisions().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private void dates(Step step, Revision row) {
        String where = "steps." + step.id();
        if (step.date().isPresent()) {
            LocalDate date = step.date().get();
            if (!date.equals(row.enforced())) {
                differs(where + ".date", Kind.DATE, date, row.enforced(), row);
            }
            if (step.isFixed() && !row.isFixed()) {
                add(where + ".certainty", Kind.CERTAINTY, "a fixed day", Optional.of(waits(row)), id(row));
            }
        } else if (row.isFixed()) {
            add(
                    where + ".certainty",
                    Kind.CERTAINTY,
                    "no fixed day",
                    Optional.of("fixed on " + row.enforced()),
                    id(row));
        } else if (!step.latest().equals(Optional.of(row.enforced()))) {
            String stored = step.latest().map(LocalDate::toString).orElse("no latest day");
            add(
                    where + ".latest",
                    Kind.LATEST,
                    stored,
                    Optional.of(row.enforced().toString()),
                    id(row));
        }
    }

    private static String waits(Revision row) {
        return "not fixed, " + row.enforced() + " at the latest";
    }

    /** The id holds the day, so that a text whose day moved has another id: it's looked for by its amending law. */
    private void moved(Step step, String id) {
        String where = "steps." + step.id() + ".revision";
        Set<String> others = new HashSet<>();
        regime.steps().forEach(each -> each.revision().ifPresent(others::add));
        String law = id.substring(id.lastIndexOf('_') + 1);
        List<Revision> candidates = answer.revisions().stream()
                .filter(row -> row.amendingLaw().equals(law) && !others.contains(row.id()))
                .sorted(Comparator.comparing(Revision::enforced))
                .toList();
        if (candidates.isEmpty()) {
            add(where, Kind.REVISION, id, Optional.empty(), Optional.empty());
        }
        for (Revision row : candidates) {
            add(where, Kind.REVISION, id, Optional.of(row.id()), id(row));
            dates(step, row);
        }
    }

    private void differs(String where, Kind kind, LocalDate stored, LocalDate answered, Revision row) {
        add(where, kind, stored.toString(), Optional.of(answered.toString()), id(row));
    }

    private static Optional<String> id(Revision row) {
        return Optional.of(row.id());
    }

    private void add(String where, Kind kind, String stored, Optional<String> answered, Optional<String> revision) {
        found.add(new LawDifference(regime.id(), where, kind, stored, answered, revision));
    }
}
