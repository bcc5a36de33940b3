package org.trainingaudit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A use as a register shows it. */
record UseRow(Dossier dossier, OfUse use) {

    /** A register without columns of its own yet: a row for each use, with its entry and its id. */
    static Report<UseRow> report(String name, String title, int version, Function<Dossier, List<UseRow>> rows) {
        return new Report<>(
                        name,
                        title,
                        version,
                        RowSource.ofUses(rows),
                        row -> row.use().use())
                .word(
                        "trail_ref",
                        "The id of the entry in the trail",
                        row -> row.use().ref())
                .word("use", "The use's id", row -> row.use().use());
    }

    /** The use, where it isn't over. */
    static List<UseRow> all(Dossier dossier) {
        return dossier.living().map(use -> List.of(new UseRow(dossier, use))).orElse(List.of());
    }

    /** The use, where a regime of the run governs it. */
    static List<UseRow> governedBy(Dossier dossier, String regime) {
        boolean governed = dossier.night().run().regimes().contains(regime) && dossier.governs(regime);
        return governed ? all(dossier) : List.of();
    }

    Night night() {
        return dossier.night();
    }

    String fact(String name) {
        return use.fact(name);
    }

    List<String> members(String name) {
        return use.members(name);
    }

    /** Whether anybody has stated the fact, be it that there is nothing. */
    boolean isStated(String fact) {
        StatedFact stated = use.known().get(fact);
        return stated != null && stated.stated().value(false).isPresent();
    }

    boolean is(String fact, String value) {
        return members(fact).contains(value);
    }

    /** The first of these facts that is stated. */
    String first(String... names) {
        return Stream.of(names)
                .map(this::fact)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Every member of a map that is stated, {@code eu: f}. */
    List<String> map(String name) {
        return use.facts().stream()
                .filter(fact -> fact.name().startsWith(name + "."))
                .map(fact -> fact.name().substring(name.length() + 1) + ": " + fact.value())
                .sorted(Key::compareAsUtf8)
                .toList();
    }

    Organisations.Organisation controller() {
        return night().organisations().controller(Run.sourceOf(use.dataset()));
    }

    Organisations.Recipient recipient() {
        return night().organisations().recipient(fact("recipientId"));
    }

    /** The countries outside that of the actor in which the data is kept, or to which it goes. */
    List<String> thirdCountries() {
        List<String> home = members("actorCountries");
        return Stream.of(
                        members("dataLocatedIn"),
                        members("recipientCountry"),
                        members("sovereignty.supportAccessCountries"))
                .flatMap(List::stream)
                .filter(country -> !home.contains(country))
                .distinct()
                .sorted(Key::compareAsUtf8)
                .toList();
    }

    /** What the use is for: its activities and the kind of model. */
    String purposes() {
        String kind = fact("modelKind");
        return "AI training: " + String.join(", ", members("activity"))
                + (kind.isEmpty() ? "" : " (" + kind + " model)");
    }

    List<String> subjects() {
        Stream<String> relation = members("subjectRelation").stream();
        return Stream.concat(relation, fact("minorsPresent").equals("true") ? Stream.of("child") : Stream.empty())
                .toList();
    }

    String erasure() {
        String days = fact("retentionDays");
        if (!days.isEmpty()) {
            return days + " days";
        }
        return fact("retentionUnlimited").equals("true")
                ? "without limit"
                : controller().erasure();
    }

    String security() {
        List<String> measures = members("securityMeasures");
        return measures.isEmpty() ? controller().security() : String.join("; ", measures);
    }

    String persons() {
        return Bands.of(fact("distinctSubjects"));
    }

    /** Until when the activity is stated to go on; empty where no end is stated. */
    String lastDay() {
        StatedFact activity = use.known().get("activity");
        return activity == null ? "" : activity.until();
    }

    String declaredIn() {
        return use.state().equals("observed") ? "" : use.origin();
    }

    String seenIn() {
        return use.state().equals("declared")
                ? ""
                : use.facts().stream()
                        .map(StatedFact::origin)
                        .filter(origin -> !origin.startsWith("register:"))
                        .findFirst()
                        .orElse(use.origin());
    }

    /** That many years after a stated day; empty where the day isn't stated. */
    Optional<LocalDate> yearsAfter(String fact, int years) {
        try {
            return Optional.of(fact(fact))
                    .filter(day -> !day.isEmpty())
                    .map(day -> LocalDate.parse(day).plusYears(years));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
