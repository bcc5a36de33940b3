package org.trainingaudit.use;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Turns what somebody stated into facts. A statement with any fault gives no fact, so that it counts as unknown. */
final class FactReader {

    /** More than any reason or reference needs, and few enough that a fact always fits into an entry of the trail. */
    private static final int LONGEST = 8_000;

    private final FactCatalogue catalogue;
    private final Faults faults;
    private final boolean json;
    private int originLine = -1;
    private String origin = "";

    /** In JSON a text must be written as one; in YAML and CSV whatever stands there is its text. */
    FactReader(FactCatalogue catalogue, Faults faults, boolean json) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.json = json;
    }

    /** The facts; of statements of one name that neither a first day nor a day of record tells apart none counts. */
    List<Fact> read(List<Stated> stated, String originPrefix) {
        Map<String, Stated> first = new HashMap<>();
        Map<String, Fact> facts = new HashMap<>();
        for (Stated one : stated) {
            Stated before = first.putIfAbsent(key(one), one);
            if (before == null) {
                fact(one, originPrefix).ifPresent(fact -> facts.put(key(one), fact));
            } else {
                faults.add(
                        one.at(),
                        "fact '" + one.name() + "' is stated twice, first in line "
                                + before.at().line() + "; neither counts");
                facts.remove(key(one));
            }
        }
        return new ArrayList<>(facts.values());
    }

    private static String key(Stated stated) {
        return stated.name() + "\n" + text(stated, "since") + "\n" + text(stated, "recorded");
    }

    private static String text(Stated stated, String part) {
        return stated.part(part)
                .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    private Optional<Fact> fact(Stated stated, String originPrefix) {
        int before = faults.count();
        Optional<FactValue> value = value(stated);
        Optional<LocalDate> since = date(stated, "since");
        Optional<LocalDate> recorded = date(stated, "recorded");
        Optional<LocalDate> until = date(stated, "until");
        Optional<Attestation> attestation = attestation(stated);
        checkOrder(stated, since, until);
        if (faults.count() > before) {
            return Optional.empty();
        }
        return value.map(known ->
                new Fact(stated.name(), known, origin(originPrefix, stated), since, recorded, until, attestation));
    }

    /** Who vouches says on what and until when; half an attestation is none, and a fault. */
    private Optional<Attestation> attestation(Stated stated) {
        Optional<String> by = reference(stated, "by");
        Optional<String> evidence = reference(stated, "evidence");
        if (stated.part("by").isEmpty() && stated.part("evidence").isEmpty()) {
            return Optional.empty();
        }
        for (String part : List.of("by", "evidence", "until")) {
            if (stated.part(part).isEmpty()) {
                faults.add(
                        stated.at(),
                        "fact '" + stated.name() + "': '" + part + "' is missing; who vouches for a fact says who it is"
                                + " ('by'), on what ('evidence') and until when ('until')");
            }
        }
        return by.flatMap(author -> evidence.map(reference -> Attestation.of(author, reference)));
    }

    private Optional<String> reference(Stated stated, String part) {
        Optional<String> text = stated.part(part)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> new FactValue.Text(((Node.Scalar) node).text().strip()).value());
        Optional<String> problem = stated.part(part).isPresent() && text.isEmpty()
                ? Optional.of("is no single text")
                : text.flatMap(UseMaker::problem);
        problem.ifPresent(what -> faults.add(stated.at(), "fact '" + stated.name() + "': '" + part + "' " + what));
        return text.filter(known -> problem.isEmpty());
    }

    /** All facts of a row share one text. */
    private String origin(String prefix, Stated stated) {
        if (stated.at().line() != originLine) {
            originLine = stated.at().line();
            origin = prefix + ":" + originLine;
        }
        return origin;
    }

    private Optional<FactValue> value(Stated stated) {
        if (DerivedFacts.NOT_TO_BE_STATED.contains(stated.name())) {
            faults.add(stated.at(), DerivedFacts.refusal(stated.name()));
            return Optional.empty();
        }
        if (json && isNoText(stated)) {
            faults.add(
                    stated.value().at(),
                    "fact '" + stated.name() + "': expected a text in quotes, but found "
                            + stated.value().describe());
            return Optional.empty();
        }
        return catalogue.read(stated.name(), stated.value(), faults).filter(value -> fits(stated, value));
    }

    private boolean isNoText(Stated stated) {
        boolean text = catalogue
                .find(stated.name())
                .filter(fact -> fact.type() == FactType.TEXT || fact.type() == FactType.DATE)
                .isPresent();
        return text && stated.value() instanceof Node.Scalar scalar && !scalar.quoted() && !scalar.isNull();
    }

    private boolean fits(Stated stated, FactValue value) {
        int length = value instanceof FactValue.Members members
                ? members.values().stream().mapToInt(String::length).sum()
                        + members.values().size()
                : value.json().toString().length();
        if (length > LONGEST) {
            faults.add(
                    stated.value().at(),
                    "fact '" + stated.name() + "' has " + length + " characters; at most " + LONGEST
                            + " are kept, so refer to a document instead");
        }
        return length <= LONGEST;
    }

    private Optional<LocalDate> date(Stated stated, String which) {
        Optional<Node> written = stated.part(which);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (written.get() instanceof Node.Scalar scalar) {
                return Optional.of(FactValue.Day.parse(scalar.text()));
            }
        } catch (DateTimeException e) {
            // told below, as for anything else that is no date
        }
        faults.add(
                written.get().at(),
                "fact '" + stated.name() + "': expected a date such as 2026-11-21 for '" + which + "', but found "
                        + written.get().describe());
        return Optional.empty();
    }

    private void checkOrder(Stated stated, Optional<LocalDate> since, Optional<LocalDate> until) {
        if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
            faults.add(
                    stated.at(),
                    "fact '" + stated.name() + "' holds since " + since.get() + " and only until " + until.get()
                            + "; put the dates in order");
        }
    }
}
