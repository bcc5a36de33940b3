package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import org.trainingaudit.hash.Sha256;

/** Turns drafts into uses. What has a fault is left out of the use, and the use is marked. */
final class UseMaker {

    private static final int LONGEST_NAME = 256;

    private final Faults faults;
    private final FactReader reader;
    private final String originPrefix;

    /** Origins are the prefix and the line: {@code register:FILE} makes {@code register:FILE:12}. */
    UseMaker(FactCatalogue catalogue, Faults faults, String originPrefix, boolean json) {
        this.faults = faults;
        this.reader = new FactReader(catalogue, faults, json);
        this.originPrefix = originPrefix;
    }

    /** A name of a use, dataset or training, NFC and without blanks around it; nothing where there is none or it's bad. */
    Optional<String> name(String role, Optional<Node> written) {
        Optional<Node> there = written.filter(node -> !(node instanceof Node.Scalar s && s.isNull()));
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (!(there.get() instanceof Node.Scalar scalar)) {
            faults.add(
                    there.get().at(),
                    "'" + role + "': expected a name, but found " + there.get().describe());
            return Optional.empty();
        }
        String name = new FactValue.Text(scalar.text().strip()).value();
        problem(name).ifPresent(problem -> faults.add(scalar.at(), "'" + role + "' " + problem));
        return Optional.of(name).filter(ok -> !ok.isEmpty() && problem(ok).isEmpty());
    }

    /** What keeps a name from being kept; empty where nothing does. */
    static Optional<String> problem(String name) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("is longer than " + LONGEST_NAME + " characters; give it a shorter name");
        }
        return name.codePoints().anyMatch(UseMaker::breaksLines)
                ? Optional.of("has a control character or a line break in it; take it out")
                : Optional.empty();
    }

    /** A name that came from elsewhere, as it can be kept: one that can't be is replaced by its hash. */
    static String safe(String name) {
        String normal = new FactValue.Text(name.strip()).value();
        return problem(normal).isEmpty() ? normal : "sha256-" + Sha256.hex(normal);
    }

    private static boolean breaksLines(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029 || point == 0xFFFD;
    }

    /**
     * The use.
     *
     * @param faultsBefore how many faults there were before the draft was read
     */
    Use make(UseDraft draft, String id, int faultsBefore) {
        String dataset = name("dataset", draft.dataset()).orElse("");
        String training = name("training", draft.training()).orElse("");
        List<Fact> facts = new ArrayList<>(reader.read(draft.facts(), originPrefix));
        if (draft.damaged() || faults.count() > faultsBefore) {
            facts.add(mark(draft.at()));
        }
        return new Use(id, dataset, training, UseState.DECLARED, Facts.of(facts), origin(draft.at()));
    }

    Fact mark(Location at) {
        return Fact.of(DerivedFacts.STATED_WITH_FAULTS, new FactValue.Bool(true), origin(at));
    }

    String origin(Location at) {
        return originPrefix + ":" + at.line();
    }
}
