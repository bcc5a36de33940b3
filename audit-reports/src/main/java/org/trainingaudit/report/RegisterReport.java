package org.trainingaudit.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.StatedFact;

/** {@code register.csv}: each use that isn't over, with all that is stated of it. */
final class RegisterReport {

    static final Report<Row> REPORT = new Report<>("register", "Register of uses", 1, RegisterReport::rows)
            .key("use", "The use's id", row -> row.use().use())
            .word("state", "declared, observed or both", row -> row.use().state())
            .text("dataset", "The dataset that is used", row -> row.use().dataset())
            .text(
                    "training",
                    "The training that groups its uses",
                    row -> row.use().training())
            .text("origin", "Who or what told of the use", row -> row.use().origin())
            .list("facts", "What is stated, name=value; the members of a set are joined by commas", Row::facts)
            .list("fact_origins", "Who or what says so, for each of them", Row::origins)
            .list("governed_by", "The regimes of the run that govern it", Row::governedBy)
            .list("not_governed_by", "The regimes of the run that don't", Row::notGovernedBy)
            .text("changed_on", "The business date on which this was first recorded as it is", Row::changedOn)
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.use().ref());

    private RegisterReport() {}

    /** A use with what the night knows around it. */
    record Row(OfUse use, List<String> governedBy, List<String> notGovernedBy, String changedOn) {

        List<String> facts() {
            return each(fact -> fact.name() + "=" + fact.value());
        }

        List<String> origins() {
            return each(StatedFact::origin);
        }

        private List<String> each(Function<StatedFact, String> what) {
            return use.facts().stream()
                    .sorted(Comparator.comparing(StatedFact::name, Key::compareAsUtf8))
                    .map(what)
                    .toList();
        }
    }

    private static List<Row> rows(Night night) {
        return night.uses().stream().map(use -> row(night, use)).toList();
    }

    private static Row row(Night night, OfUse use) {
        Map<Boolean, List<String>> regimes =
                night.run().regimes().stream().collect(Collectors.partitioningBy(regime -> night.governs(regime, use)));
        return new Row(
                use,
                regimes.getOrDefault(true, List.of()),
                regimes.getOrDefault(false, List.of()),
                night.dayOf(use.run()));
    }
}
