package org.trainingaudit.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.paging.Lanes;
import org.trainingaudit.use.Use;

/**
 * Which findings to list.
 *
 * @param state one of {@link #STATES}, or empty for all
 * @param regime a regime's id, or empty for all
 * @param use a use's id, or empty for all
 * @param sources the sources whose datasets' findings are wanted; empty for all
 */
public record FindingFilter(String state, String regime, String use, Optional<List<String>> sources) {

    /** Open at all, open and covered by no waiver, open and covered by one, closed. */
    public static final List<String> STATES = List.of("open", "unwaived", "waived", "closed");

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    /** The stretches in which they lie, waived or not. */
    Lanes lanes() {
        Lanes all = Lanes.of("finding", "finding_id");
        Lanes seen = sources.map(list -> all.with("source", list)).orElse(all);
        return (regime.isEmpty() ? seen : seen.with("regime", List.of(regime))).with("status", statuses());
    }

    private List<String> statuses() {
        return switch (state) {
            case "open", "waived", "unwaived" -> List.of(OPEN);
            case CLOSED -> List.of(CLOSED);
            default -> List.of(OPEN, CLOSED);
        };
    }

    /**
     * Whether it lets a finding through.
     *
     * @param holding the waivers that hold
     */
    boolean covers(Finding finding, Set<String> holding) {
        boolean waived = finding.accepted()
                .filter(accepted -> holding.contains(accepted.waiver()))
                .isPresent();
        boolean standing = switch (state) {
            case "waived" -> waived;
            case "unwaived" -> !waived;
            default -> true;
        };
        return standing
                && statuses().contains(finding.open() ? OPEN : CLOSED)
                && (regime.isEmpty() || finding.regime().equals(regime))
                && sources.filter(list ->
                                !list.contains(Use.sourceOf(finding.seen().dataset())))
                        .isEmpty();
    }
}
