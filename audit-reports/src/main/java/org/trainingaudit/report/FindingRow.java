package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trainingaudit.report.Law.RuleText;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.report.Recorded.OfWaiver;

/** A finding, one of its rules, and what the night knows around them. */
record FindingRow(Night night, FindingLine line, String rule, Optional<OfUse> use, Optional<OfVerdict> said) {

    OfFinding last() {
        return line.last();
    }

    RuleText text() {
        return night.law().rule(last().regime(), rule);
    }

    String dataset() {
        return last().dataset().isEmpty() ? use.map(OfUse::dataset).orElse("") : last().dataset();
    }

    String fingerprint() {
        return night.fingerprint(dataset());
    }

    String fact(String name) {
        return use.map(some -> some.fact(name)).orElse("");
    }

    String useFrom() {
        return Stream.of("activityBegan", "trainingStart", "providedOn", "acquiredOn")
                .map(this::fact)
                .filter(day -> !day.isEmpty())
                .findFirst()
                .orElse("");
    }

    String useTo() {
        return use.filter(OfUse::ended).map(some -> night.dayOf(some.run())).orElse("");
    }

    String verdict(Function<OfVerdict, String> what) {
        return said.map(what).orElse("");
    }

    String jurisdiction() {
        return night.law().jurisdiction(last().regime());
    }

    boolean provisional() {
        return said.map(OfVerdict::provisional).orElse(false);
    }

    private Stream<Recorded.OfRule> outcome() {
        return said.stream()
                .flatMap(some -> some.rules().stream())
                .filter(each -> each.rule().equals(rule));
    }

    /** Of a difference between a pack and its law, what differs; nobody has judged that. */
    List<String> reasons() {
        if (last().isOfLaw()) {
            return List.of(last().reason());
        }
        return outcome()
                .map(Recorded.OfRule::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    List<String> missing() {
        return outcome()
                .flatMap(each -> each.missing().stream())
                .sorted(Key::compareAsUtf8)
                .toList();
    }

    List<String> facts() {
        return use.stream()
                .flatMap(some -> some.facts().stream())
                .filter(fact -> text().names().contains(fact.name()))
                .map(fact -> fact.name() + "=" + fact.shown() + "@" + fact.origin())
                .sorted(Key::compareAsUtf8)
                .toList();
    }

    List<String> categories() {
        return last().categories().isEmpty()
                ? use.map(some -> some.members("categories")).orElse(List.of())
                : last().categories();
    }

    String sanction() {
        return String.join("; ", night.law().sanctions(last().regime(), text().sanctions()));
    }

    List<String> exemptions() {
        return night.law().exemptionsOf(last().regime(), rule);
    }

    String effectiveFrom() {
        return night.law().step(last().regime(), text().from()).day();
    }

    /** Rules of several versions have an end only at one of them, so a fixed one is told where there is just one. */
    String effectiveTo() {
        return night.law().step(last().regime(), text().to()).date();
    }

    /** The last waiver of it on which somebody decided. */
    Optional<OfWaiver> review() {
        return line.waivers().stream().filter(OfWaiver::decided).reduce((first, second) -> second);
    }

    String review(Function<OfWaiver, String> what) {
        return review().map(what).orElse("");
    }

    String source() {
        return night.law().source(last().regime());
    }

    Optional<OfWaiver> waiver() {
        return line.holding().or(line::requested);
    }

    String waiver(Function<OfWaiver, String> what) {
        return waiver().map(what).orElse("");
    }
}
