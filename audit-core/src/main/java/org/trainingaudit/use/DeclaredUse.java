package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Puts together a use that a document of another vocabulary declares; a fact that the catalogue lacks is left out. */
final class DeclaredUse {

    private final CollectContext context;
    private final String origin;
    private final Node at;
    private final List<Fact> facts = new ArrayList<>();

    DeclaredUse(CollectContext context, String origin, Node at) {
        this.context = context;
        this.origin = origin;
        this.at = at;
    }

    /** States a fact by its word; one that isn't among the fact's values isn't stated. */
    void state(String name, String word) {
        Faults unfit = new Faults();
        if (context.catalogue().find(name).isPresent()) {
            context.catalogue()
                    .read(name, new Node.Scalar(at.at(), word, true), unfit)
                    .ifPresent(value -> facts.add(Fact.of(name, value, origin)));
        }
    }

    /** States a set; none of it where there are no members, since silence isn't the empty set. */
    void state(String name, Collection<String> members) {
        boolean known = context.catalogue().find(name).isPresent();
        if (known && !members.isEmpty()) {
            facts.add(Fact.of(name, FactValue.Members.of(Set.copyOf(members)), origin));
        }
    }

    Use use(String id, String dataset, String training) {
        return new Use(
                UseMaker.safe(id),
                UseMaker.safe(context.identity().dataset(dataset).orElse(dataset)),
                UseMaker.safe(training),
                UseState.DECLARED,
                Facts.of(facts),
                origin);
    }
}
