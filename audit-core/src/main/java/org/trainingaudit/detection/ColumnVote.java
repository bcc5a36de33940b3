package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes classifications of what a column's name and values say.
 *
 * <p>The model, for each detector:
 *
 * <ul>
 *   <li><b>Name</b> n ({@link NameVote}): 0.9 if the name is a phrase of the detector, 0.85 if it contains one, less in long questions; 0.45 if
 *       it only hints, and 0.65 then if the table speaks of people or of the same thing; 0.7 if it counts only in a table
 *       that is about the same, or beside the other half of somebody's name. It falls to a fifth where most values are of a kind
 *       that the detector says it can't be.
 *   <li><b>Content</b> c ({@link ContentVote}): the mean confidence of the matches, scaled down where fewer rows match than its strength
 *       demands: 2% of the filled rows for finds that are nearly proofs (0.9 and more), 15% (3% in running text) for good
 *       ones (0.6 and more), 60% for weak ones. A weak shape (0.35 and more) that fills most of a column is worth twice as much: a check
 *       digit that one random number in ten passes is no accident in a hundred rows.
 *   <li><b>Together</b>: 1 - (1 - n)(1 - c), told from 0.55 on, unless {@link Exclusions} have it otherwise. Nothing special is told of a table whose rows are things or groups.
 * </ul>
 */
final class ColumnVote {

    static final double TOLD_FROM = 0.55;

    /** From here on name or content counts as evidence of its own. */
    private static final double TOLD_FROM_ONE = 0.2;

    private final Detectors detectors;
    private final String column;
    private final ColumnCounter counter;
    private final ColumnFacts facts;
    private final NameVote names;
    private final ContentVote contents;
    private final Exclusions exclusions;

    ColumnVote(Detectors detectors, String column, ColumnCounter counter) {
        this.detectors = detectors;
        this.column = column;
        this.counter = counter;
        this.facts = new ColumnFacts(detectors, column, counter);
        this.names = new NameVote(facts);
        this.contents = new ContentVote(counter);
        this.exclusions = new Exclusions(facts);
    }

    /** The surest first, one for each category. */
    List<Classification> classifications(TableReading table) {
        Map<String, ColumnCounter.Tally> tallies = tallies();
        Set<String> candidates = new HashSet<>(tallies.keySet());
        candidates.addAll(counter.header().named().keySet());
        candidates.addAll(counter.header().ofMany().keySet());
        candidates.addAll(counter.header().hinted());
        candidates.addAll(counter.header().beside());
        if (facts.isHalf(table)) {
            candidates.add("person-name");
        }
        Map<String, Classification> best = new LinkedHashMap<>();
        candidates.stream()
                .sorted()
                .flatMap(id -> vote(id, Optional.ofNullable(tallies.get(id)), table).stream())
                .sorted(Comparator.comparingDouble(Classification::confidence).reversed())
                .forEach(one -> best.putIfAbsent(one.category(), one));
        return new ArrayList<>(best.values());
    }

    /** Matches of a detector like this one count for it where the name speaks for it: a number under "fax" is a fax number. */
    private Map<String, ColumnCounter.Tally> tallies() {
        Map<String, ColumnCounter.Tally> tallies = counter.tallies();
        for (String id : counter.header().named().keySet()) {
            detectors
                    .known(id)
                    .like()
                    .filter(like -> !counter.header().named().containsKey(like))
                    .ifPresent(like -> {
                        ColumnCounter.Tally moved = tallies.remove(like);
                        if (moved != null) {
                            tallies.merge(id, moved, ColumnCounter.Tally::plus);
                        }
                    });
        }
        return tallies;
    }

    private Optional<Classification> vote(String id, Optional<ColumnCounter.Tally> tally, TableReading table) {
        Known detector = detectors.known(id);
        double content = tally.map(of -> contents.content(detector, of)).orElse(0.0);
        long matches = tally.map(ColumnCounter.Tally::rows).orElse(0L);
        double name = names.name(detector, matches, table);
        double both = 1 - (1 - name) * (1 - content);
        if (both < TOLD_FROM || exclusions.isExcluded(detector, name, matches, table)) {
            return Optional.empty();
        }
        return Optional.of(new Classification(
                column,
                detector.category(),
                matches == 0 ? 0 : (double) matches / counter.rows(),
                matches,
                counter.rows(),
                Math.min(both, 0.99),
                evidence(name, content),
                id,
                detector.version()));
    }

    private static Evidence evidence(double name, double content) {
        boolean byContent = content >= TOLD_FROM_ONE;
        boolean byName = name >= TOLD_FROM_ONE;
        return byContent && byName ? Evidence.BOTH : byContent ? Evidence.CONTENT : Evidence.NAME;
    }
}
