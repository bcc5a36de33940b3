package org.trainingaudit.use;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * A person's wish to vouch for a fact, as it was typed.
 *
 * @param use the use's id
 * @param fact the fact's name
 * @param value its value; members of a set between semicolons
 * @param by the account that vouches
 * @param evidence a reference to what shows it
 * @param since the day from which it was true; the day on which it is vouched for where none is given
 * @param until the last day on which it counts
 */
public record AttestationRequest(
        String use, String fact, String value, String by, String evidence, String since, String until) {

    /**
     * The fact, recorded on that day; nothing where anything is wrong, and every fault is told.
     *
     * @param today the business date
     */
    public Optional<Fact> fact(FactCatalogue catalogue, LocalDate today, Faults faults) {
        int before = faults.count();
        Location at = Location.of(fact + "=" + value);
        Map<String, Node> parts = new HashMap<>();
        boolean open = checkUntil(today, faults);
        String from = since.isBlank() && open ? today.toString() : since;
        parts.put("since", new Node.Scalar(Location.of("--since"), from, false));
        parts.put("recorded", new Node.Scalar(at, today.toString(), false));
        parts.put("until", new Node.Scalar(Location.of("--until"), until, false));
        parts.put("by", new Node.Scalar(Location.of("--by"), by, false));
        parts.put("evidence", new Node.Scalar(Location.of("--evidence"), evidence, false));
        if (by.isBlank() && evidence.isBlank()) {
            faults.add(Location.of("--by"), "who vouches, and on what, is missing; give --by and --evidence");
        }
        if (until.isBlank() && by.isBlank() && evidence.isBlank()) {
            faults.add(Location.of("--until"), "the last day on which it counts is missing");
        }
        List<Fact> facts = new FactReader(catalogue, faults, false)
                .read(List.of(new Stated(at, fact, value(catalogue, at), parts)), "attestation");
        if (facts.isEmpty() && faults.count() == before) {
            faults.add(at, "nothing is stated; give a value that the fact can have");
        }
        return facts.stream().findFirst().filter(each -> faults.count() == before);
    }

    /** Whether the last day is still to come; what is no date at all is told with the rest of the fact. */
    private boolean checkUntil(LocalDate today, Faults faults) {
        try {
            LocalDate last = LocalDate.parse(until);
            boolean past = last.isBefore(today);
            if (past) {
                faults.add(Location.of("--until"), last + " lies before today, " + today + "; give a day to come");
            }
            return !past;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Node value(FactCatalogue catalogue, Location at) {
        boolean set = catalogue
                .find(fact)
                .filter(found -> found.type() == FactType.SET)
                .isPresent();
        if (!set) {
            return new Node.Scalar(at, value, false);
        }
        List<Node> members = new ArrayList<>();
        for (String member : value.split(";", -1)) {
            if (!member.isBlank() && !member.equals("[]")) {
                members.add(new Node.Scalar(at, member.strip(), false));
            }
        }
        return new Node.Items(at, members);
    }
}
