package org.trainingaudit.use;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * A use as somebody wrote it, before anything is checked.
 *
 * @param at where it begins
 * @param damaged whether something of it is already known to be lost; the fault is told
 */
record UseDraft(
        Location at,
        Optional<Node> id,
        Optional<Node> dataset,
        Optional<Node> training,
        List<Stated> facts,
        boolean damaged) {}
