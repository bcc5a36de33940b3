package org.trainingaudit.regime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/** Finds the step that a name means: {@code step} in one's own regime, {@code regime.step} in any. */
final class StepNames {

    private final Map<String, CompiledRegime> regimes;
    private final String own;
    private final String where;
    private final Faults faults;

    /**
     * Makes them for one place.
     *
     * @param own the regime in which names without one are looked up
     * @param where what messages begin with
     */
    StepNames(Map<String, CompiledRegime> regimes, String own, String where, Faults faults) {
        this.regimes = regimes;
        this.own = own;
        this.where = where;
        this.faults = faults;
    }

    /** The step; nothing where there is none, which is told with the nearest name. */
    Optional<Clause.StepRef> find(Node.Scalar name) {
        int dot = name.text().indexOf('.');
        String regime = dot < 0 ? own : name.text().substring(0, dot);
        String id = name.text().substring(dot + 1);
        Optional<Step> step = Optional.ofNullable(regimes.get(regime)).flatMap(found -> found.step(id));
        if (step.isEmpty()) {
            tell(name, regime);
        }
        return step.map(found -> new Clause.StepRef(regime, found));
    }

    private void tell(Node.Scalar name, String regime) {
        CompiledRegime found = regimes.get(regime);
        if (found == null) {
            String near = Nearest.hint(regime, regimes.keySet());
            faults.add(name.at(), where + ": unknown regime '" + regime + "' in '" + name.text() + "'" + near);
            return;
        }
        Set<String> known = new TreeSet<>();
        String prefix = regime.equals(own) ? "" : regime + ".";
        found.steps.forEach(step -> known.add(prefix + step.id()));
        String hint = Nearest.hint(name.text(), known);
        faults.add(
                name.at(),
                where + ": unknown step '" + name.text() + "'"
                        + (hint.isEmpty() ? "; a date stands once, under 'steps', and rules name the step" : hint));
    }
}
