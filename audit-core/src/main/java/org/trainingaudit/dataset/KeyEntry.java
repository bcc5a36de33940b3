package org.trainingaudit.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Text;

/** A declared key as written: beside a dataset, or in a source's list of keys. */
record KeyEntry(
        Location at,
        Text dataset,
        List<Text> quasiIdentifiers,
        List<Text> sensitive,
        Optional<Integer> k,
        Optional<Boolean> countCombinations) {

    /** Larger groups are no key, but a mistake. */
    private static final int LARGEST = 100_000;

    /**
     * What it says of combinations, unless it has a fault or says nothing at all.
     *
     * @param counted whether they are counted where it says nothing of that
     */
    Optional<Combinations> combinations(boolean counted, Faults faults) {
        boolean hasKey = !quasiIdentifiers.isEmpty() || !sensitive.isEmpty() || k.isPresent();
        if (!hasKey && countCombinations.isEmpty()) {
            return Optional.empty();
        }
        boolean wanted = countCombinations.orElse(counted);
        return hasKey
                ? key(faults).map(key -> new Combinations(wanted, Optional.of(key)))
                : Optional.of(new Combinations(wanted, Optional.empty()));
    }

    private Optional<DeclaredKey> key(Faults faults) {
        int before = faults.count();
        if (quasiIdentifiers.isEmpty()) {
            faults.add(
                    at,
                    "dataset '" + dataset + "': 'quasiIdentifiers' is missing; expected the columns that may point at a"
                            + " person together");
        }
        Set<String> seen = new HashSet<>();
        quasiIdentifiers.forEach(column -> once(column, seen, faults));
        sensitive.forEach(column -> once(column, seen, faults));
        int size = k.orElse(DeclaredKey.DEFAULT_K);
        if (size < 2 || size > LARGEST) {
            faults.add(at, "dataset '" + dataset + "': expected a 'k' from 2 to " + LARGEST + ", but found " + size);
        }
        return faults.count() > before
                ? Optional.empty()
                : Optional.of(new DeclaredKey(texts(quasiIdentifiers), texts(sensitive), size));
    }

    private void once(Text column, Set<String> seen, Faults faults) {
        if (!seen.add(column.value())) {
            faults.add(column.at(), "dataset '" + dataset + "': column '" + column + "' stands twice in its key");
        }
    }

    private static List<String> texts(List<Text> texts) {
        return texts.stream().map(Text::value).toList();
    }
}
