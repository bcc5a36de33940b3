package org.trainingaudit.regime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * A regime as read from its file, before anything in it was looked up.
 *
 * @param file the path by which messages name its file
 * @param clean whether nothing was wrong so far
 */
record RegimeSource(
        String id,
        String file,
        boolean clean,
        String sha256,
        Names name,
        String jurisdiction,
        String timezone,
        Optional<Authority> authority,
        Optional<Text> amends,
        Optional<Text> extended,
        Map<String, String> prefix,
        Map<String, Text> rename,
        boolean preview,
        Optional<Node> governs,
        Map<String, RegimeDocument.SetPart> sets,
        Map<String, Node> labels,
        Map<String, RegimeDocument.SanctionPart> sanctions,
        Map<String, StepSource> steps,
        List<RuleSource> rules) {

    /** A step with the place where it's written. */
    record StepSource(Location at, Step step) {}

    /**
     * A rule under the id that it has in this regime.
     *
     * @param tree the rule as written, whose conditions are checked even where the rest is faulty
     * @param part the rule as bound; empty where something in it is faulty
     * @param naming how names in its conditions are to be read, if it was taken from another regime
     */
    record RuleSource(String id, Node.Fields tree, Optional<RegimeDocument.RulePart> part, Naming naming) {}

    RegimeSource with(
            Map<String, RegimeDocument.SetPart> newSets,
            Map<String, Node> newLabels,
            Map<String, RegimeDocument.SanctionPart> newSanctions,
            Map<String, StepSource> newSteps,
            List<RuleSource> newRules) {
        return new RegimeSource(
                id,
                file,
                clean,
                sha256,
                name,
                jurisdiction,
                timezone,
                authority,
                amends,
                extended,
                prefix,
                rename,
                preview,
                governs,
                newSets,
                newLabels,
                newSanctions,
                newSteps,
                newRules);
    }
}
