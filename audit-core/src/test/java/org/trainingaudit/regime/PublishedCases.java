package org.trainingaudit.regime;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.Facts;

/** Cases that authorities have published, each with its facts and what was decided; {@code published-cases.yaml}. */
record PublishedCases(
        LocalDate today,
        Map<String, Text> packs,
        Optional<Floor> atLeast,
        @NotEmpty List<Case> cases) {

    /** How many cases have to agree, under the law of today and under that of the day of decision. */
    record Floor(int today, int decided) {}

    /** One case as it's written. */
    record Case(
            Location at,
            @NotBlank String id,
            @NotBlank String title,
            @NotBlank String regulator,
            LocalDate decided,
            @NotEmpty List<String> laws,
            Decision decision,
            @NotBlank String source,
            Node facts,
            List<Text> open) {}

    /** What an authority said, and the verdicts that mean the same. */
    enum Decision {
        NOT_PERMITTED,
        REMEDIATION_REQUIRED,
        PERMITTED_WITH_CONDITIONS,
        UNDETERMINED;

        boolean agrees(Verdict verdict) {
            return switch (this) {
                case NOT_PERMITTED -> verdict == Verdict.VIOLATION;
                case REMEDIATION_REQUIRED -> verdict == Verdict.VIOLATION || verdict == Verdict.NEEDS_REVIEW;
                case PERMITTED_WITH_CONDITIONS -> verdict == Verdict.COMPLIANT || verdict == Verdict.NEEDS_REVIEW;
                case UNDETERMINED -> verdict == Verdict.NEEDS_REVIEW;
            };
        }

        /** The worst error: what an authority forbade passes in silence. */
        boolean isClearedBy(Verdict verdict) {
            return this == NOT_PERMITTED && verdict != Verdict.VIOLATION && verdict != Verdict.NEEDS_REVIEW;
        }
    }

    /** Reads a file of cases and tells what in it names nothing. */
    static Optional<PublishedCases> read(ConfigFile file, Regimes regimes, FactCatalogue catalogue, Faults faults) {
        Optional<PublishedCases> read =
                file.parse(faults).flatMap(tree -> Binder.camelCase(faults).bind(tree, PublishedCases.class));
        read.ifPresent(cases -> cases.check(regimes, catalogue, faults));
        return read;
    }

    private void check(Regimes regimes, FactCatalogue catalogue, Faults faults) {
        List<String> known = regimes.all().stream().map(Regime::id).toList();
        packs.values().stream()
                .filter(pack -> !known.contains(pack.value()))
                .forEach(pack ->
                        faults.add(pack.at(), "unknown regime '" + pack + "'" + Nearest.hint(pack.value(), known)));
        for (Case each : cases) {
            facts(each, catalogue, faults);
            each.open().stream()
                    .filter(fact -> choices(fact, catalogue).isEmpty())
                    .forEach(fact -> faults.add(
                            fact.at(), "open fact '" + fact + "': expected one that has a choice of values"));
        }
    }

    static Facts facts(Case each, FactCatalogue catalogue, Faults faults) {
        CaseFacts facts = new CaseFacts(
                new CaseDocument(
                        each.at(),
                        new Text(each.at(), each.id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                catalogue,
                faults);
        return facts.facts(facts.written(Optional.empty(), Optional.of(each.facts())));
    }

    /** The values that an open fact may have; none where it isn't a choice. */
    static Set<String> choices(Text fact, FactCatalogue catalogue) {
        return catalogue
                .find(fact.value())
                .filter(found -> found.type() == FactType.CHOICE)
                .map(found -> found.values())
                .orElse(Set.of());
    }
}
