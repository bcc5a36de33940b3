package org.trainingaudit.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several files with the same columns, told to the visitor as one table. Columns may stand in another order; a file with
 * other columns refuses the whole, since its rows would be missing without a word.
 */
final class JoinedFiles implements RowVisitor {

    private final RowVisitor visitor;
    private final SortedMap<String, Long> rejectedBy = new TreeMap<>();
    private List<String> columns = List.of();
    private final List<String> forms = new ArrayList<>();
    private String file = "";
    private String first = "";
    private long read;
    private long rejected;
    private long before;
    private int[] places = {};
    private boolean inOrder;

    JoinedFiles(RowVisitor visitor) {
        this.visitor = visitor;
    }

    /** Of which the columns are known, and the name of the file that has told them. */
    static JoinedFiles like(String first, List<String> columns, RowVisitor visitor) {
        JoinedFiles joined = new JoinedFiles(visitor);
        joined.first = first;
        joined.columns = columns;
        visitor.columns(columns);
        return joined;
    }

    /** The rows that follow are those of this file. */
    void begin(String name) {
        file = name;
        before = read;
    }

    @Override
    public void columns(List<String> names) {
        if (first.isEmpty()) {
            first = file;
            columns = names;
            visitor.columns(names);
        } else if (!new HashSet<>(names).equals(new HashSet<>(columns))) {
            throw new RefusedException(Refusal.refused(drift(names)));
        }
        inOrder = names.equals(columns);
        Map<String, Integer> byName = new HashMap<>();
        names.forEach(name -> byName.put(name, byName.size()));
        places = columns.stream().mapToInt(byName::get).toArray();
    }

    /** Names aren't told: in a file without a header they could be values. */
    private String drift(List<String> names) {
        Set<String> there = new HashSet<>(names);
        Set<String> expected = new HashSet<>(columns);
        long missing = expected.stream().filter(name -> !there.contains(name)).count();
        long more = there.stream().filter(name -> !expected.contains(name)).count();
        int at = 0;
        while (at < Math.min(names.size(), columns.size()) && names.get(at).equals(columns.get(at))) {
            at++;
        }
        return "its columns aren't those of '" + first + "': " + missing + " of them missing and " + more
                + " others there, first at column " + (at + 1)
                + "; deliver it with the same columns, or declare it as a dataset of its own";
    }

    @Override
    public void row(Row row) {
        visitor.row(inOrder ? row : new Reordered(row, places));
    }

    @Override
    public void rejected(Rejection rejection) {
        visitor.rejected(new Rejection(before + rejection.unit(), rejection.line(), rejection.reason(), file));
    }

    /** What reading the file came to. */
    void end(ReadResult result) {
        read += result.read();
        rejected += result.rejected();
        result.rejectedBy().forEach((reason, count) -> rejectedBy.merge(reason, count, Long::sum));
        if (!forms.contains(result.form())) {
            forms.add(result.form());
        }
    }

    ReadResult result() {
        return new ReadResult(columns, read, rejected, rejectedBy, String.join(", ", forms));
    }

    private static final class Reordered implements Row {

        private final Row row;
        private final int[] places;

        Reordered(Row row, int[] places) {
            this.row = row;
            this.places = places;
        }

        @Override
        public int size() {
            return places.length;
        }

        @Override
        public String text(int column) {
            return row.text(places[column]);
        }
    }
}
