package org.trainingaudit.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.regime.RuleKind;

/** One rule of {@code findings.yaml}: conditions, all of which must hold, and what then applies. */
record PolicyRule(
        List<Text> regimes,
        List<Text> categories,
        List<RuleKind> kinds,
        List<Severity> severities,
        Optional<Severity> severity,
        Optional<String> owner,
        Optional<@Min(0) @Max(3650) Integer> dueDays,
        Optional<Boolean> review) {

    boolean fits(Sighting seen) {
        return (regimes.isEmpty() || any(regimes, seen.seen().regime()::equals))
                && (categories.isEmpty()
                        || any(
                                categories,
                                wanted -> seen.categories().stream()
                                        .anyMatch(has -> has.equals(wanted) || has.startsWith(wanted + "."))))
                && (kinds.isEmpty() || kinds.stream().anyMatch(seen.kinds()::contains));
    }

    private static boolean any(List<Text> wanted, Predicate<String> fits) {
        return wanted.stream().map(Text::value).anyMatch(fits);
    }

    void check(Collection<String> known, Collection<String> knownCategories, Faults faults) {
        unknown("regime", regimes, known, faults);
        unknown("category", categories, knownCategories, faults);
    }

    private static void unknown(String what, List<Text> names, Collection<String> known, Faults faults) {
        for (Text name : names) {
            if (!known.contains(name.value())) {
                faults.add(name.at(), "unknown " + what + " '" + name + "'" + Nearest.hint(name.value(), known));
            }
        }
    }
}
