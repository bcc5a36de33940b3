package org.trainingaudit.console;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.RunHistory;

/**
 * A step of a run as its bar shows it.
 *
 * @param state the state of its newest try; {@code queued} where it hasn't begun
 * @param last its newest try
 */
record Stage(String name, String state, Optional<RunHistory.Step> last) {

    static List<Stage> of(List<String> names, List<RunHistory.Step> steps) {
        return names.stream()
                .map(name -> {
                    Optional<RunHistory.Step> last = steps.stream()
                            .filter(step -> step.name().equals(name))
                            .reduce((earlier, later) -> later);
                    return new Stage(name, last.map(RunHistory.Step::state).orElse("queued"), last);
                })
                .toList();
    }

    /** Whether it ended well. */
    public boolean isDone() {
        return state.equals("completed");
    }

    /** Whether it is on. */
    public boolean isNow() {
        return state.equals("started") || state.equals("starting");
    }
}
