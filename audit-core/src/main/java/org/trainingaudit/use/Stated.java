package org.trainingaudit.use;

import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/** A fact as somebody wrote it, before the catalogue has looked at it. */
record Stated(
        Location at, String name, Node value, Optional<Node> since, Optional<Node> recorded, Optional<Node> until) {

    static Stated of(Location at, String name, Node value) {
        return new Stated(at, name, value, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
