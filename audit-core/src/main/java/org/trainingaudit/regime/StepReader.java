package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;

/** Turns a step as written into a step, and tells what its dates contradict. */
final class StepReader {

    private final String id;
    private final RegimeDocument.StepPart part;
    private final Faults faults;

    StepReader(String id, RegimeDocument.StepPart part, Faults faults) {
        this.id = id;
        this.part = part;
        this.faults = faults;
    }

    Step step() {
        Certainty certainty = part.certainty().orElse(part.date().isPresent() ? Certainty.FIXED : Certainty.UNKNOWN);
        check(certainty);
        return new Step(id, part.date(), certainty, part.latest(), part.revision(), note(), observed());
    }

    /** A note as a text, which then stands in either language, or in both. */
    private Optional<Names> note() {
        return words(part.note())
                .map(en -> new Names(en, said(part.note(), "ja").orElse(en)));
    }

    private void check(Certainty certainty) {
        if (certainty == Certainty.FIXED && part.date().isEmpty()) {
            fault("is called fixed but has no date; give 'date', or another 'certainty'");
        }
        if (certainty == Certainty.BY_ORDER
                && part.date().isEmpty()
                && part.latest().isEmpty()) {
            fault("waits for an order but has no 'latest' day; give the last day on which it can come");
        }
        if (part.date().isPresent()
                && part.latest().isPresent()
                && part.date().get().isAfter(part.latest().get())) {
            fault("dates out of order: date " + part.date().get() + " lies after latest "
                    + part.latest().get());
        }
    }

    private void fault(String what) {
        faults.add(part.at(), "step '" + id + "' " + what);
    }

    private List<Step.Observation> observed() {
        List<Step.Observation> all = new ArrayList<>();
        for (RegimeDocument.ObservationPart each : part.observed()) {
            if (!all.isEmpty() && each.on().isBefore(all.get(all.size() - 1).on())) {
                faults.add(
                        each.at(),
                        "step '" + id + "': dates out of order: observed on " + each.on() + " stands after "
                                + all.get(all.size() - 1).on() + "; write the oldest first");
            }
            all.add(new Step.Observation(each.on(), each.date(), each.latest(), each.certainty(), each.source()));
        }
        return all;
    }

    /** A note as a text or in two languages, of which the English one is taken. */
    static Optional<String> words(Optional<Node> node) {
        return said(node, "en").or(() -> text(node));
    }

    private static Optional<String> said(Optional<Node> node, String language) {
        return text(node.flatMap(each -> each instanceof Node.Fields map ? map.get(language) : Optional.empty()));
    }

    private static Optional<String> text(Optional<Node> node) {
        return node.filter(Node.Scalar.class::isInstance).map(each -> ((Node.Scalar) each).text());
    }
}
