package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/**
 * Drafts of uses from the rows of a table, whose header names what each column holds. An empty cell is unknown; the
 * members of a set stand between semicolons, and {@code []} is the set without members.
 */
final class CsvUses {

    private final FactCatalogue catalogue;
    private final Faults faults;
    private final String ragged;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<Integer> unreadable = new HashSet<>();
    private int width;

    /** With how to mend a row that hasn't as many cells as the header. */
    CsvUses(FactCatalogue catalogue, Faults faults, String ragged) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.ragged = ragged;
    }

    /**
     * Calls for each row below the header, one by one; false where not every row was reached. None is, and a fault says
     * so, where the header has no column for the use's id.
     */
    static boolean read(TextFile file, FactCatalogue catalogue, Faults faults, Consumer<UseDraft> each) {
        CsvUses uses = new CsvUses(catalogue, faults, "mend the commas and quotes");
        boolean whole = StrictCsv.read(file, faults, row -> uses.row(row, false, each));
        return uses.hasHeader(file.at(0)) && whole;
    }

    /** To be called behind the last row: whether there was a header with a column for the use's id. */
    boolean hasHeader(Location file) {
        if (width == 0) {
            faults.add(file, "the file has no header; expected the columns 'use', 'dataset' and facts");
        }
        return columns.containsKey("use");
    }

    /** How many columns the header has; 0 before it. */
    int width() {
        return width;
    }

    /**
     * The header, or a row below it.
     *
     * @param damaged whether something of the row is already known to be lost; the fault is told
     */
    void row(List<Node.Scalar> row, boolean damaged, Consumer<UseDraft> each) {
        if (width == 0) {
            header(row);
        } else if (columns.containsKey("use")) {
            each.accept(draft(row, damaged));
        }
    }

    private void header(List<Node.Scalar> header) {
        width = header.size();
        for (int i = 0; i < width; i++) {
            column(i, header.get(i));
        }
        if (!columns.containsKey("use")) {
            faults.add(
                    header.get(0).at(),
                    "there is no column 'use', so no row can be read; name it in the header, and separate by commas");
        }
    }

    private void column(int index, Node.Scalar cell) {
        String name = cell.text().equals("id") ? "use" : cell.text();
        Integer first = columns.putIfAbsent(name, index);
        if (first != null) {
            faults.add(cell.at(), "column '" + name + "' stands twice; neither counts");
            unreadable.add(first);
            unreadable.add(index);
        } else if (!isKnown(name, cell)) {
            unreadable.add(index);
        }
    }

    private boolean isKnown(String name, Node.Scalar cell) {
        if (Set.of("use", "dataset", "training").contains(name)) {
            return true;
        }
        int sign = name.indexOf('@');
        String fact = sign < 0 ? name : name.substring(0, sign);
        if (DerivedFacts.NOT_TO_BE_STATED.contains(fact)) {
            faults.add(cell.at(), DerivedFacts.refusal(fact));
            return false;
        }
        if (catalogue.find(fact).isEmpty()) {
            Set<String> known = new HashSet<>(catalogue.names());
            known.addAll(List.of("use", "dataset", "training"));
            faults.add(cell.at(), "unknown fact '" + fact + "'" + Nearest.hint(fact, known));
            return false;
        }
        String part = sign < 0 ? "since" : name.substring(sign + 1);
        if (!Stated.PARTS.contains(part)) {
            faults.add(
                    cell.at(),
                    "column '" + name + "': expected one of " + Stated.PARTS + " after the @, but found '" + part + "'"
                            + Nearest.hint(part, Stated.PARTS));
        }
        return Stated.PARTS.contains(part);
    }

    private UseDraft draft(List<Node.Scalar> row, boolean damaged) {
        if (row.size() != width) {
            faults.add(
                    row.get(0).at(),
                    "the row has " + row.size() + " cells, but the header has " + width
                            + "; only the use's id is taken from it, " + ragged);
            return new UseDraft(row.get(0).at(), cell(row, "use"), Optional.empty(), Optional.empty(), List.of(), true);
        }
        int before = faults.count();
        List<Stated> facts = facts(row);
        boolean lost = unreadable.stream().anyMatch(i -> !row.get(i).text().isEmpty());
        return new UseDraft(
                row.get(0).at(),
                cell(row, "use"),
                cell(row, "dataset"),
                cell(row, "training"),
                facts,
                damaged || lost || faults.count() > before);
    }

    private Optional<Node> cell(List<Node.Scalar> row, String column) {
        return Optional.ofNullable(columns.get(column))
                .filter(i -> i < row.size() && !unreadable.contains(i))
                .map(row::get);
    }

    private List<Stated> facts(List<Node.Scalar> row) {
        List<Stated> facts = new ArrayList<>();
        columns.forEach((name, index) -> {
            if (catalogue.find(name).isPresent() && !unreadable.contains(index)) {
                fact(name, row).ifPresent(facts::add);
            }
        });
        columns.keySet().stream().filter(name -> name.contains("@")).forEach(name -> checkHasValue(name, row));
        return facts;
    }

    private Optional<Stated> fact(String name, List<Node.Scalar> row) {
        return cell(row, name)
                .map(Node.Scalar.class::cast)
                .filter(value -> !value.text().isEmpty())
                .map(value -> new Stated(value.at(), name, tree(name, value), parts(name, row)));
    }

    private Map<String, Node> parts(String name, List<Node.Scalar> row) {
        Map<String, Node> parts = new HashMap<>();
        for (String part : Stated.PARTS) {
            if (columns.containsKey(name + "@" + part)) {
                cell(row, name + "@" + part).ifPresent(node -> parts.put(part, node));
            }
        }
        return parts;
    }

    private void checkHasValue(String column, List<Node.Scalar> row) {
        String fact = column.substring(0, column.indexOf('@'));
        Optional<Node.Scalar> date = cell(row, column)
                .map(Node.Scalar.class::cast)
                .filter(c -> !c.text().isEmpty());
        boolean value = cell(row, fact)
                .map(Node.Scalar.class::cast)
                .filter(c -> !c.text().isEmpty())
                .isPresent();
        if (date.isPresent() && !value) {
            faults.add(
                    date.get().at(),
                    "column '" + column + "' says something, but '" + fact
                            + "' has no value; state it or take the date out");
        }
    }

    private Node tree(String name, Node.Scalar cell) {
        boolean set =
                catalogue.find(name).filter(fact -> fact.type() == FactType.SET).isPresent();
        if (!set || !(cell.text().contains(";") || cell.text().equals("[]"))) {
            return cell;
        }
        List<Node> members = new ArrayList<>();
        for (String member :
                cell.text().equals("[]") ? new String[0] : cell.text().split(";", -1)) {
            if (!member.isBlank()) {
                members.add(new Node.Scalar(cell.at(), member.strip(), false));
            }
        }
        return new Node.Items(cell.at(), members);
    }
}
