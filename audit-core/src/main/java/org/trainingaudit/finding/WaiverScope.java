package org.trainingaudit.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which findings a waiver covers: one by its id, or those under all of regime, dataset and use that are given. At least two
 * of these three are needed, or the use alone, so that nobody waives a whole law or a whole dataset at once.
 */
public record WaiverScope(
        Optional<String> finding, Optional<String> regime, Optional<String> dataset, Optional<String> use) {

    private static final String SEPARATOR = "\n";

    /**
     * Refuses a scope that is too wide or says two things.
     *
     * @throws WaiverRefused with what is wanted instead
     */
    public WaiverScope {
        boolean wide = regime.isPresent() || dataset.isPresent() || use.isPresent();
        if (finding.isPresent() == wide) {
            throw new WaiverRefused(
                    "a waiver is for one finding, or for a use, or for a regime and a dataset; name one of these");
        }
        if (Stream.of(finding, regime, dataset, use).flatMap(Optional::stream).anyMatch(WaiverScope::breaksLines)) {
            throw new WaiverRefused("a waiver names what it is for in one line, without control characters");
        }
        if (wide && use.isEmpty() && (regime.isEmpty() || dataset.isEmpty())) {
            throw new WaiverRefused("a waiver for a whole " + (regime.isPresent() ? "regime" : "dataset")
                    + " is too wide; name regime and dataset, or a use");
        }
    }

    /** Would read otherwise than it was written, where it is kept line by line. */
    private static boolean breaksLines(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    /** One finding. */
    public static WaiverScope ofFinding(String finding) {
        return new WaiverScope(Optional.of(finding), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether that finding is under it. */
    public boolean covers(Finding other) {
        return fits(finding, other.id())
                && fits(regime, other.regime())
                && fits(dataset, other.seen().dataset())
                && fits(use, other.use());
    }

    private static boolean fits(Optional<String> wanted, String found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }

    /** What it names, by the columns of the table {@code finding}. */
    Map<String, String> columns() {
        Map<String, String> columns = new TreeMap<>();
        finding.ifPresent(id -> columns.put("finding_id", id));
        regime.ifPresent(id -> columns.put("regime", id));
        dataset.ifPresent(id -> columns.put("dataset", id));
        use.ifPresent(id -> columns.put("use_id", id));
        return columns;
    }

    /** As the trail has it in {@code target}: the finding's id, or {@code regime=...; dataset=...; use=...}. */
    public String target() {
        return finding.orElseGet(() -> String.join("; ", named()));
    }

    private List<String> named() {
        List<String> parts = new ArrayList<>();
        finding.ifPresent(id -> parts.add("finding=" + id));
        regime.ifPresent(id -> parts.add("regime=" + id));
        dataset.ifPresent(id -> parts.add("dataset=" + id));
        use.ifPresent(id -> parts.add("use=" + id));
        return parts;
    }

    String stored() {
        return String.join(SEPARATOR, named());
    }

    static WaiverScope read(String stored) {
        List<String> parts = List.of(stored.split(SEPARATOR));
        return new WaiverScope(
                part(parts, "finding="), part(parts, "regime="), part(parts, "dataset="), part(parts, "use="));
    }

    private static Optional<String> part(List<String> parts, String start) {
        return parts.stream()
                .filter(part -> part.startsWith(start))
                .map(part -> part.substring(start.length()))
                .findFirst();
    }
}
