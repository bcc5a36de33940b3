package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.trail.EntryText;

/** What regimes say of one use; those that say that they don't govern it are left out where it's asked what stands. */
final class ToldVerdicts {

    private final Run run;
    private final UseReader reader;
    private final TreeMap<String, Said> said = new TreeMap<>(Key::compareAsUtf8);
    private Optional<Map<String, OfVerdict>> last = Optional.empty();

    /** None yet. */
    ToldVerdicts(Run run, UseReader reader) {
        this.run = run;
        this.reader = reader;
    }

    /** Takes the next entry of the trail. */
    void add(String regime, EntryText entry) {
        said.computeIfAbsent(regime, id -> new Said()).put(entry, run.key());
    }

    /** The last verdict of each regime, whether it still stands or not. */
    Map<String, OfVerdict> last() {
        if (last.isEmpty()) {
            Map<String, OfVerdict> read = new LinkedHashMap<>();
            said.forEach((regime, each) -> each.now().ifPresent(entry -> read.put(regime, reader.verdict(entry))));
            last = Optional.of(read);
        }
        return last.get();
    }

    /** Whether the run says nothing else than what stood there before. */
    boolean areAsBefore() {
        for (Said each : said.values()) {
            if (!each.isAsBefore()) {
                return false;
            }
        }
        return true;
    }

    /** Those that stand, by regime. */
    List<OfVerdict> standing(Optional<OfUse> use) {
        return standing(last().values(), use);
    }

    /** Those that stood before the run, of the use as it was then. */
    List<OfVerdict> before(Optional<OfUse> use) {
        List<OfVerdict> before = new ArrayList<>();
        said.values().forEach(each -> each.before().map(reader::verdict).ifPresent(before::add));
        return standing(before, use);
    }

    private List<OfVerdict> standing(Collection<OfVerdict> all, Optional<OfUse> use) {
        if (use.filter(OfUse::ended).isPresent()) {
            return List.of();
        }
        Set<String> not = use.map(OfUse::notGovernedBy).orElse(Set.of());
        List<OfVerdict> standing = new ArrayList<>(all.size());
        for (OfVerdict one : all) {
            boolean stands = one.verdict() != Verdict.NOT_APPLICABLE
                    && run.regimes().contains(one.regime())
                    && run.covers(one.dataset())
                    && !not.contains(one.regime());
            if (stands) {
                standing.add(one);
            }
        }
        return standing;
    }
}
